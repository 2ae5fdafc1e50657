package careplanhub.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.standard.NamedSource;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.UserIdentity;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.Adapters;
import careplanhub.vendor.AddressedFile;
import careplanhub.vendor.ClockSerials;
import careplanhub.vendor.SupportOffice;
import careplanhub.vendor.Translated;
import careplanhub.vendor.VendorContext;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JittaiExportTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);

  @Test
  void theShippedAdapterMakesOfItTheResultsThatTheDemoExpects() throws Exception {
    DemoMonthEnd demo = DemoMonthEnd.of(Generator.of(3), 60, YearMonth.of(2026, 11));
    byte[] export = demo.month().jittaiExport(DemoMonthEnd.exporter()).content();
    NamedSource source = new NamedSource("export.csv", () -> new ByteArrayInputStream(export));
    Adapter adapter = Adapters.load(Path.of("config/vendors")).recognise(source).orElseThrow();

    Translated translated = adapter.toStandard(source, context(demo.month()));

    assertEquals("jittai", adapter.name());
    assertEquals(List.of(), translated.findings());
    assertEquals(List.of(), translated.waiting());
    Map<OfficeNumber, Long> expected = new HashMap<>();
    demo.translatedArrivals()
        .forEach(arrival -> expected.put(arrival.office().number(), arrival.rows()));
    Map<OfficeNumber, Long> made = new HashMap<>();
    for (AddressedFile file : translated.files()) {
      made.put(file.name().to(), (long) file.rows().size());
    }
    assertEquals(expected, made);
  }

  private static VendorContext context(SyntheticMonth month) {
    Map<UserIdentity, SupportOffice> supports = new HashMap<>();
    for (SyntheticUser user : month.users()) {
      supports.put(user.identity(), new SupportOffice(user.support().number(), user.plannerName()));
    }
    return new VendorContext(
        DemoMonthEnd.exporter().number(),
        Directory.empty(),
        user -> Optional.ofNullable(supports.get(user)),
        new ClockSerials(CLOCK),
        CLOCK,
        HubSettings.defaults().intake());
  }
}
