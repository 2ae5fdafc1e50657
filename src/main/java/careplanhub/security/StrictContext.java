package careplanhub.security;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * A TLS context whose every socket and engine speaks TLS 1.3 only and, on a server, needs the
 * client's certificate. The JDK's own "TLSv1.3" context still offers TLS 1.2.
 */
final class StrictContext extends SSLContext {
  StrictContext(SSLContext context, boolean clientNeeded) {
    super(new Strict(context, clientNeeded), context.getProvider(), context.getProtocol());
  }

  private static final class Strict extends SSLContextSpi {
    private final SSLContext context;
    private final boolean clientNeeded;

    Strict(SSLContext context, boolean clientNeeded) {
      this.context = context;
      this.clientNeeded = clientNeeded;
    }

    @Override
    protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {
      throw new IllegalStateException("This context is ready for use.");
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
      return new StrictSockets(context.getSocketFactory(), engineGetDefaultSSLParameters());
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
      return new StrictServerSockets(
          context.getServerSocketFactory(), engineGetDefaultSSLParameters());
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
      return strict(context.createSSLEngine());
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
      return strict(context.createSSLEngine(host, port));
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
      return context.getServerSessionContext();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
      return context.getClientSessionContext();
    }

    @Override
    protected SSLParameters engineGetDefaultSSLParameters() {
      return strict(context.getDefaultSSLParameters());
    }

    @Override
    protected SSLParameters engineGetSupportedSSLParameters() {
      return strict(context.getSupportedSSLParameters());
    }

    private SSLEngine strict(SSLEngine engine) {
      engine.setSSLParameters(strict(engine.getSSLParameters()));
      return engine;
    }

    private SSLParameters strict(SSLParameters parameters) {
      parameters.setProtocols(new String[] {Tls.PROTOCOL});
      if (clientNeeded) {
        parameters.setNeedClientAuth(true);
      }
      return parameters;
    }
  }

  private static final class StrictSockets extends SSLSocketFactory {
    private final SSLSocketFactory sockets;
    private final SSLParameters parameters;

    StrictSockets(SSLSocketFactory sockets, SSLParameters parameters) {
      this.sockets = sockets;
      this.parameters = parameters;
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return sockets.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket() throws IOException {
      return strict(sockets.createSocket());
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose)
        throws IOException {
      return strict(sockets.createSocket(plain, host, port, autoClose));
    }

    @Override
    public Socket createSocket(Socket plain, InputStream consumed, boolean autoClose)
        throws IOException {
      return strict(sockets.createSocket(plain, consumed, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return strict(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
        throws IOException {
      return strict(sockets.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return strict(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
        throws IOException {
      return strict(sockets.createSocket(host, port, local, localPort));
    }

    private Socket strict(Socket socket) {
      ((SSLSocket) socket).setSSLParameters(parameters);
      return socket;
    }
  }

  private static final class StrictServerSockets extends SSLServerSocketFactory {
    private final SSLServerSocketFactory sockets;
    private final SSLParameters parameters;

    StrictServerSockets(SSLServerSocketFactory sockets, SSLParameters parameters) {
      this.sockets = sockets;
      this.parameters = parameters;
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return sockets.getSupportedCipherSuites();
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
      return strict(sockets.createServerSocket());
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
      return strict(sockets.createServerSocket(port));
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
      return strict(sockets.createServerSocket(port, backlog));
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
        throws IOException {
      return strict(sockets.createServerSocket(port, backlog, address));
    }

    private ServerSocket strict(ServerSocket socket) {
      ((SSLServerSocket) socket).setSSLParameters(parameters);
      return socket;
    }
  }
}
