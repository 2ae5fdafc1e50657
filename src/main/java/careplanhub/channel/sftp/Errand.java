package careplanhub.channel.sftp;

import java.io.IOException;

/** What is done on a server while one connection to it is open. */
@FunctionalInterface
interface Errand {
  /** Does it; the result is what the route goes on with. */
  Object on(RemoteServer server) throws IOException;
}
