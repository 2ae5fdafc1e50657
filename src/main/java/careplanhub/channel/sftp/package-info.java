/**
 * The channel {@code sftp}: parcels as signed and enveloped CMS in folders that two offices share
 * on an SFTP server, and signed receipts back. {@link careplanhub.channel.sftp.SftpChannel} brings
 * what the steps of {@code routes/channel-sftp.yaml} name; {@code docs/channel-sftp.md} says what
 * lies where.
 */
@NullMarked
package careplanhub.channel.sftp;

import org.jspecify.annotations.NullMarked;
