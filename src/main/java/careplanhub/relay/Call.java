package careplanhub.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call of a registered office: what it asks, and where the answer goes. */
final class Call {
  private static final Logger LOG = LoggerFactory.getLogger(Call.class);
  private static final int SMALL_BODY = 64 * 1024;
  private static final String BEARER = "Bearer ";

  private final Request request;
  private final Response response;
  private final Caller caller;
  private final List<String> pathVariables;
  private final Clock clock;
  private final Duration requestTime;
  private @Nullable InputStream content;

  Call(
      Request request,
      Response response,
      Caller caller,
      List<String> pathVariables,
      Clock clock,
      Duration requestTime) {
    this.request = request;
    this.response = response;
    this.caller = caller;
    this.pathVariables = pathVariables;
    this.clock = clock;
    this.requestTime = requestTime;
  }

  /** The relay's own time, so that a client can tell how far its clock is off. */
  Instant now() {
    return clock.instant();
  }

  Caller caller() {
    return caller;
  }

  /** The access token, null when the call has none. */
  @Nullable String accessToken() {
    String value = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    return value != null && value.startsWith(BEARER) ? value.substring(BEARER.length()) : null;
  }

  /** The parcel that the path names. An id that is none cannot be a parcel of the caller. */
  UUID parcelId() {
    String text = pathVariables.get(0);
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equals(text)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      throw new Refusal(RefusalCode.PARCEL_UNKNOWN);
    }
    throw new Refusal(RefusalCode.PARCEL_UNKNOWN);
  }

  /** A whole number of the query, not negative. */
  long number(String name, long absent) throws SystemFault {
    Fields query = Request.extractQueryParameters(request);
    String text = query.getValue(name);
    if (text == null) {
      return absent;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new SystemFault(400);
    }
    throw new SystemFault(400);
  }

  /** A yes or no of the query. */
  boolean flag(String name) throws SystemFault {
    String text = Request.extractQueryParameters(request).getValue(name);
    if (text == null || text.equals("false")) {
      return false;
    }
    if (text.equals("true")) {
      return true;
    }
    throw new SystemFault(400);
  }

  /** The length that the request says its body has; -1 when it says none. */
  long declaredLength() {
    return request.getLength();
  }

  /**
   * The body as it comes in.
   *
   * @param maximum bytes after which reading it throws {@link RequestBody.TooLong}
   */
  InputStream body(long maximum) {
    InputStream stream = content;
    if (stream == null) {
      stream = Content.Source.asInputStream(request);
      content = stream;
    }
    return new RequestBody(stream, maximum, clock, clock.instant().plus(requestTime));
  }

  /**
   * Reads what is left of the body, since a client that still writes does not see the answer.
   *
   * @param maximum bytes after which it gives up
   */
  void passOver(long maximum) throws IOException {
    try (InputStream rest = body(maximum)) {
      rest.transferTo(OutputStream.nullOutputStream());
    } catch (RequestBody.TooLong hopeless) {
      LOG.info("A refused body is cut off after {} bytes", maximum);
    }
  }

  /** A small body as the value it describes. */
  <T> T small(Class<T> type) throws IOException, SystemFault {
    try (InputStream body = body(SMALL_BODY)) {
      T value = Answers.JSON.readValue(body, type);
      if (value == null) {
        throw new SystemFault(400);
      }
      return value;
    } catch (RequestBody.TooLong e) {
      throw new SystemFault(413);
    } catch (JsonProcessingException e) {
      throw new SystemFault(400);
    }
  }

  /** Answers with this value as JSON. */
  void answer(Object value) throws IOException {
    byte[] json = Answers.JSON.writeValueAsBytes(value);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, json.length);
    try (OutputStream out = answerStream()) {
      out.write(json);
    }
  }

  /** Where a long JSON answer goes; closing it completes the answer. */
  OutputStream answerStream() {
    response.setStatus(200);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    return Content.Sink.asOutputStream(response);
  }
}
