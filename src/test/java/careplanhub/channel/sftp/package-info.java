/** Tests of the SFTP channel, through its shipped routes to a real OpenSSH server. */
@NullMarked
package careplanhub.channel.sftp;

import org.jspecify.annotations.NullMarked;
