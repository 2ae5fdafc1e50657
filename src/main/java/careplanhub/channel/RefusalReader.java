package careplanhub.channel;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.SocketException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Finds out why a connection broke while the request was written. In TLS 1.3 a server says that it
 * does not take a client's certificate only after the client's side of the handshake is done, and
 * closes: writing then fails with a broken pipe, while the reason lies unread.
 */
final class RefusalReader extends HttpRequestExecutor {
  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request,
      HttpClientConnection connection,
      HttpResponseInformationCallback informationCallback,
      HttpContext context)
      throws IOException, HttpException {
    return super.execute(request, reading(connection), informationCallback, context);
  }

  private static HttpClientConnection reading(HttpClientConnection connection) {
    return (HttpClientConnection)
        Proxy.newProxyInstance(
            RefusalReader.class.getClassLoader(),
            new Class<?>[] {HttpClientConnection.class},
            (proxy, method, arguments) -> call(connection, method, arguments));
  }

  private static Object call(HttpClientConnection connection, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof SocketException broken) {
        throw reasonOf(connection, broken);
      }
      throw e.getCause();
    }
  }

  private static IOException reasonOf(HttpClientConnection connection, SocketException broken) {
    try {
      connection.receiveResponseHeader();
    } catch (SSLException refused) {
      return refused;
    } catch (IOException | HttpException nothingToRead) {
      broken.addSuppressed(nothingToRead);
    }
    return broken;
  }
}
