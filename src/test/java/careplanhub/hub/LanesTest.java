package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** Who must wait for whom, and who is told when there is room again. */
class LanesTest {
  private static final String STAGE = "dispatch";

  private final DefaultCamelContext context = new DefaultCamelContext();
  private final Lanes lanes = new Lanes();

  @Test
  void aLaneIsOneExchangesUntilItLeaves() {
    Exchange first = exchange();
    assertTrue(lanes.enter(first, STAGE, "a"));
    assertFalse(lanes.enter(exchange(), STAGE, "a"));
    assertTrue(lanes.enter(exchange(), "deliver", "a"), "another stage is another lane");
    lanes.leave(first);
    assertTrue(lanes.enter(exchange(), STAGE, "a"));
  }

  @Test
  void aFullGroupKeepsNoOtherGroupOut() {
    assertTrue(lanes.enter(exchange(), STAGE, "a>x", "x", 1));
    assertFalse(lanes.enter(exchange(), STAGE, "b>x", "x", 1));
    assertTrue(lanes.enter(exchange(), STAGE, "b>y", "y", 1));
  }

  @Test
  void whoFoundItsGroupFullIsToldOnceWhenThereIsRoom() {
    Exchange inside = exchange();
    lanes.enter(inside, STAGE, "a>x", "x", 1);
    lanes.enter(exchange(), STAGE, "b>x", "x", 1);
    lanes.enter(exchange(), STAGE, "c>x", "x", 1);
    assertEquals(List.of(), lanes.turnedAway(STAGE, "x", 1));
    lanes.leave(inside);
    assertEquals(List.of("b>x", "c>x"), lanes.turnedAway(STAGE, "x", 1));
    assertEquals(List.of(), lanes.turnedAway(STAGE, "x", 1));
  }

  @Test
  void aTakenLaneTakesNoSecondPlaceInItsGroup() {
    Exchange inside = exchange();
    lanes.enter(inside, STAGE, "a>x", "x", 2);
    assertFalse(lanes.enter(exchange(), STAGE, "a>x", "x", 2));
    assertTrue(lanes.enter(exchange(), STAGE, "b>x", "x", 2));
    assertFalse(lanes.enter(exchange(), STAGE, "c>x", "x", 2));
    lanes.leave(inside);
    assertTrue(lanes.enter(exchange(), STAGE, "c>x", "x", 2));
  }

  @Test
  void leavingTwiceIsLeavingOnce() {
    Exchange inside = exchange();
    lanes.enter(inside, STAGE, "a>x", "x", 1);
    lanes.leave(inside);
    lanes.leave(inside);
    assertTrue(lanes.enter(exchange(), STAGE, "b>x", "x", 1));
    assertFalse(lanes.enter(exchange(), STAGE, "c>x", "x", 1));
  }

  private Exchange exchange() {
    return new DefaultExchange(context);
  }
}
