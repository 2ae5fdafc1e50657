package careplanhub.channel.client;

import careplanhub.standard.OfficeNumber;
import org.apache.camel.Exchange;

/** Whose folder a route watches: the number at the end of the route's id. */
final class RouteOffice {
  private RouteOffice() {}

  static OfficeNumber of(Exchange exchange) {
    String id = exchange.getFromRouteId();
    return new OfficeNumber(id.substring(id.lastIndexOf('-') + 1));
  }
}
