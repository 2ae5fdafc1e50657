package careplanhub.hub;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.OptionalPart;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.NotifyBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator looks at the routes in a real browser. */
class HawtioBrowserTest {
  @TempDir Path folder;

  @Test
  void theCamelPluginShowsTheRoutesWithTheirCounts() throws Exception {
    Path chromium = OptionalPart.require("chromium");
    try (RunningAdmin admin = RunningAdmin.start(folder, "browser-test");
        Playwright playwright = Playwright.create(withoutDownload());
        Browser browser = playwright.chromium().launch(options(chromium))) {
      send(admin, 7);
      Page page = browser.newPage();
      List<String> blocked = new ArrayList<>();
      page.onConsoleMessage(message -> keepIfBlocked(message.text(), blocked));
      page.navigate(admin.server().address() + "hawtio/");
      logIn(page);
      page.getByText("routes", exactly()).click();
      for (String route : List.of("counted", "onward")) {
        Locator row = page.locator("tr").filter(new Locator.FilterOptions().setHasText(route));
        assertThat(row.locator("[data-label=State]")).hasText("Started", patiently());
        assertThat(row.locator("[data-label=Completed]")).hasText("7", patiently());
      }
      page.getByText("Route Diagram", exactly()).click();
      assertThat(page.getByText("From direct:counted").first()).isVisible();
      keepPicture(page);
      assertEquals(List.of(), blocked);
    }
  }

  private static void logIn(Page page) {
    page.locator("#pf-login-username-id").fill("admin");
    page.locator("#pf-login-password-id").fill(RunningAdmin.PASSWORD);
    page.locator("button[type=submit]").click();
  }

  /** Kept for people who want to see it; the assertions do not need it. */
  private static void keepPicture(Page page) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screens/hawtio-routes.png")));
  }

  private static void keepIfBlocked(String message, List<String> blocked) {
    if (message.contains("Content Security Policy")) {
      blocked.add(message);
    }
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  private static LocatorAssertions.HasTextOptions patiently() {
    return new LocatorAssertions.HasTextOptions().setTimeout(20_000);
  }

  /** The browser is the machine's; the driver comes with the library and fetches nothing. */
  private static CreateOptions withoutDownload() {
    return new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
  }

  private static LaunchOptions options(Path chromium) {
    return new LaunchOptions()
        .setExecutablePath(chromium)
        .setHeadless(true)
        .setArgs(
            List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync"));
  }

  private static void send(RunningAdmin admin, int count) throws Exception {
    var context = admin.runtime().context();
    var done = new NotifyBuilder(context).fromRoute("counted").whenDone(count).create();
    try (var template = context.createProducerTemplate()) {
      for (int i = 0; i < count; i++) {
        template.sendBody("direct:counted", i);
      }
    }
    assertTrue(done.matches(10, TimeUnit.SECONDS));
  }
}
