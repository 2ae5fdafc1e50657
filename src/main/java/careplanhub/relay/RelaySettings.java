package careplanhub.relay;

import careplanhub.standard.AttachmentKind;
import careplanhub.standard.AttachmentKinds;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * Every number of the relay, read from {@code relay.yaml} in its folder; what the file leaves out
 * keeps its default. Durations are ISO 8601 ({@code PT60M}, {@code P7D}).
 *
 * @param listening where and how it listens
 * @param login tokens and wrong passwords
 * @param limits what a parcel and an answer may hold
 * @param quotas how much an office may send when its administrator has not said otherwise
 * @param keeping how long parcels stay
 */
public record RelaySettings(
    Listening listening, Login login, Limits limits, Quotas quotas, Keeping keeping) {

  /**
   * Where and how the relay listens.
   *
   * @param host the address it binds; default 127.0.0.1, so that nobody opens it by accident
   * @param port TCP port, 0 for any free one; default 8443
   * @param maximumThreads threads of the server, which bounds the calls under way; default 64
   * @param idleTime after this long without a byte a connection is closed; default 30 s
   * @param requestTime the longest a request's body may take to arrive; default 5 min
   */
  public record Listening(
      String host, int port, int maximumThreads, Duration idleTime, Duration requestTime) {
    public Listening {
      positive(idleTime, "listening.idleTime");
      positive(requestTime, "listening.requestTime");
      // Jetty itself takes some threads for accepting and selecting.
      atLeast(8, maximumThreads, "listening.maximumThreads");
    }
  }

  /**
   * Tokens and wrong passwords.
   *
   * @param accessTokenTime how long an access token is good; default 60 min
   * @param refreshTokenTime how long new access tokens can be had without the password; default 8 h
   * @param maximumTokens logins of one office that are good at a time, the oldest ends; default 20
   * @param attempts wrong passwords in a row after which an office is locked; default 5
   * @param lockTime how long it stays locked; default 15 min
   */
  public record Login(
      Duration accessTokenTime,
      Duration refreshTokenTime,
      int maximumTokens,
      int attempts,
      Duration lockTime) {
    public Login {
      positive(accessTokenTime, "login.accessTokenTime");
      positive(refreshTokenTime, "login.refreshTokenTime");
      positive(lockTime, "login.lockTime");
      atLeast(1, maximumTokens, "login.maximumTokens");
      atLeast(1, attempts, "login.attempts");
    }
  }

  /**
   * What a parcel and an answer may hold.
   *
   * @param parcelBytes sum of the sizes of a parcel's files; default 50 MiB
   * @param filesPerParcel default 100
   * @param messageCharacters default 200
   * @param fileNameCharacters default 150
   * @param receiptBytes size of a signed receipt; default 16 KiB
   * @param pageEntries entries of one list answer; default 100
   * @param attachmentBytes size of one picture, PDF or other attachment; default 10 MiB
   * @param heldBytes so much of a parcel waits in memory until it is accepted; what is larger is
   *     written as it comes; default 256 KiB
   * @param otherKinds endings of further attachments, out of those in {@code
   *     standard/attachments.yaml}; default none
   */
  public record Limits(
      long parcelBytes,
      int filesPerParcel,
      int messageCharacters,
      int fileNameCharacters,
      int receiptBytes,
      int pageEntries,
      long attachmentBytes,
      long heldBytes,
      Set<String> otherKinds) {
    public Limits {
      otherKinds = Set.copyOf(otherKinds);
      if (!AttachmentKinds.data().otherEndings().containsAll(otherKinds)) {
        throw new IllegalArgumentException(
            "limits.otherKinds may name these: " + AttachmentKinds.data().otherEndings());
      }
      atLeast(1, attachmentBytes, "limits.attachmentBytes");
      atLeast(0, heldBytes, "limits.heldBytes");
      atLeast(1, parcelBytes, "limits.parcelBytes");
      atLeast(1, filesPerParcel, "limits.filesPerParcel");
      atLeast(0, messageCharacters, "limits.messageCharacters");
      atLeast(1, fileNameCharacters, "limits.fileNameCharacters");
      atLeast(0, receiptBytes, "limits.receiptBytes");
      atLeast(1, pageEntries, "limits.pageEntries");
    }

    /** How large a file of this name may be. */
    long largest(String fileName) {
      return AttachmentKinds.data()
              .ofName(fileName)
              .filter(kind -> kind.group() == AttachmentKind.Group.CSV)
              .isPresent()
          ? parcelBytes
          : attachmentBytes;
    }
  }

  /**
   * How much an office may send when its administrator has not said otherwise.
   *
   * @param parcelsPerDay parcels of a day in Japan; default 100,000
   * @param storedBytes files of its parcels that are not deleted yet; default 20 GiB
   */
  public record Quotas(long parcelsPerDay, long storedBytes) {
    public Quotas {
      atLeast(0, parcelsPerDay, "quotas.parcelsPerDay");
      atLeast(0, storedBytes, "quotas.storedBytes");
    }
  }

  /**
   * How long parcels stay.
   *
   * @param afterAcknowledgement a parcel is deleted this long after its acknowledgement; until then
   *     its sender can see the receipt; default 7 days
   * @param purgeInterval how often the relay looks for what is to be deleted; default 1 h
   */
  public record Keeping(Duration afterAcknowledgement, Duration purgeInterval) {
    public Keeping {
      positive(purgeInterval, "keeping.purgeInterval");
      if (afterAcknowledgement.isNegative()) {
        throw new IllegalArgumentException("keeping.afterAcknowledgement must not be negative.");
      }
    }
  }

  /** The settings of a relay without a {@code relay.yaml}. */
  public static RelaySettings defaults() {
    return new RelaySettings(
        new Listening("127.0.0.1", 8443, 64, Duration.ofSeconds(30), Duration.ofMinutes(5)),
        new Login(Duration.ofMinutes(60), Duration.ofHours(8), 20, 5, Duration.ofMinutes(15)),
        new Limits(
            50L * 1024 * 1024,
            100,
            200,
            150,
            16 * 1024,
            100,
            10L * 1024 * 1024,
            256 * 1024,
            Set.of()),
        new Quotas(100_000, 20L * 1024 * 1024 * 1024),
        new Keeping(Duration.ofDays(7), Duration.ofHours(1)));
  }

  /**
   * Reads {@code relay.yaml} of the relay's folder.
   *
   * @throws IOException when the file is there and cannot be read, has an unknown key or a value
   *     that is out of its bounds
   */
  public static RelaySettings load(Path directory) throws IOException {
    Path file = directory.resolve("relay.yaml");
    if (!Files.exists(file)) {
      return defaults();
    }
    ObjectMapper yaml =
        YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new ParameterNamesModule())
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    ObjectNode settings = yaml.valueToTree(defaults());
    JsonNode written = yaml.readTree(Files.readAllBytes(file));
    if (written.isObject()) {
      yaml.readerForUpdating(settings).readValue(written);
    }
    return yaml.treeToValue(settings, RelaySettings.class);
  }

  /** The same settings on another port. */
  public RelaySettings withPort(int port) {
    return new RelaySettings(
        new Listening(
            listening.host(),
            port,
            listening.maximumThreads(),
            listening.idleTime(),
            listening.requestTime()),
        login,
        limits,
        quotas,
        keeping);
  }

  private static void positive(Duration duration, String name) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(name + " must be longer than nothing.");
    }
  }

  private static void atLeast(long bound, long value, String name) {
    if (value < bound) {
      throw new IllegalArgumentException(name + " must be at least " + bound + ".");
    }
  }
}
