package careplanhub.hub;

import careplanhub.hub.IncomingWork.NamedBytes;
import careplanhub.hub.OutgoingWork.Part;
import careplanhub.hub.OutgoingWork.StandardFile;
import careplanhub.office.Directory;
import careplanhub.office.Office;
import careplanhub.office.Partner;
import careplanhub.office.ReceivedForm;
import careplanhub.standard.CheckOptions;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.FileReport;
import careplanhub.standard.NamedSource;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Row;
import careplanhub.standard.StandardVersion;
import careplanhub.standard.UnitCheck;
import careplanhub.standard.UnwritableException;
import careplanhub.standard.VersionStep;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes units from one version of the standard to the other where an office's or a partner's form
 * says V3.2. Where nobody's does, files stay in the version in which they came. After the last day
 * of V3 nothing of V3.2 is sent. Safe for every thread.
 */
public final class Versions {
  private static final Logger LOG = LoggerFactory.getLogger(Versions.class);
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final Directory directory;
  private final Rewriting rewriting;
  private final CheckOptions options;
  private final LocalDate lastDay;
  private final Clock clock;

  /**
   * @param lastDay of V3.2, in Japan
   */
  Versions(
      Directory directory,
      Rewriting rewriting,
      CheckOptions options,
      LocalDate lastDay,
      Clock clock) {
    this.directory = directory;
    this.rewriting = rewriting;
    this.options = options;
    this.lastDay = lastDay;
    this.clock = clock;
    directory.offices().stream().map(Office::number).forEach(this::warn);
    directory.partners().stream().map(Partner::number).forEach(this::warn);
  }

  private void warn(OfficeNumber number) {
    if (directory.formOf(number).isVersion3()) {
      LOG.warn("office {} is set to V3.2, which is not sent after {}", number, lastDay);
    }
  }

  /** The work in the versions of its addressees. */
  public OutgoingWork forAddressee(OutgoingWork work) throws RefusedException, IOException {
    List<Part> parts = new ArrayList<>();
    Map<String, String> evidence = new HashMap<>(work.translatedBy());
    for (Part part : work.parts()) {
      Part stepped = forAddressee(work, part, evidence);
      refuseAfterLastDay(work, stepped);
      parts.add(stepped);
    }
    return work.proving(evidence).into(parts);
  }

  private Part forAddressee(OutgoingWork work, Part part, Map<String, String> evidence)
      throws RefusedException, IOException {
    OfficeNumber addressee = part.files().get(0).name().to();
    ReceivedForm form =
        directory.partner(addressee).map(Partner::form).orElse(ReceivedForm.STANDARD);
    boolean softwareIsFormer = directory.formOf(work.unit().office()).isVersion3();
    if (!form.isVersion3() && !softwareIsFormer) {
      return part;
    }
    List<StandardFile> files = part.files();
    if (files.stream().allMatch(file -> file.name().version() == form.version())) {
      return part;
    }
    try {
      VersionStep.Stepped stepped = step(form.version(), form, files);
      if (stepped.hasErrors()) {
        throw new RefusedException(work, stepped.reports());
      }
      evidence.put("version", form.version().label());
      evidence.put("versionLosses", String.valueOf(findings(stepped)));
      return checked(work, new Part(written(stepped)));
    } catch (UnwritableException e) {
      throw new RefusedException(work, e.finding());
    }
  }

  /** What a step leaves empty, such as a TAISコード, may be what the addressee's version asks for. */
  private Part checked(OutgoingWork work, Part part) throws RefusedException {
    List<FileReport> reports =
        UnitCheck.check(
            part.files().stream()
                .map(
                    file ->
                        new NamedSource(
                            file.name().format(), () -> new ByteArrayInputStream(file.bytes())))
                .toList(),
            options);
    if (reports.stream().anyMatch(FileReport::hasErrors)) {
      throw new RefusedException(work, reports);
    }
    return part;
  }

  private void refuseAfterLastDay(OutgoingWork work, Part part) throws RefusedException {
    boolean former =
        part.files().stream().anyMatch(file -> file.name().version() == StandardVersion.V3_2);
    if (former && LocalDate.now(clock.withZone(JAPAN)).isAfter(lastDay)) {
      throw new RefusedException(
          work, List.of(HubFinding.VERSION_3_ENDED.of(work.arrivals().get(0).name())));
    }
  }

  /**
   * The work in the version of the receiving office's software; when it cannot be, the reasons join
   * the reports.
   */
  public IncomingWork forOffice(IncomingWork work) throws IOException {
    ReceivedForm form = directory.formOf(work.reception().office());
    boolean senderIsFormer =
        directory
            .partner(work.reception().sender())
            .map(Partner::form)
            .filter(ReceivedForm::isVersion3)
            .isPresent();
    List<StandardFile> files = new ArrayList<>();
    List<NamedBytes> others = new ArrayList<>();
    for (NamedBytes file : work.files()) {
      FileName name = name(file.name());
      if (name == null) {
        others.add(file);
      } else {
        files.add(new StandardFile(name, file.bytes()));
      }
    }
    boolean same = files.stream().allMatch(file -> file.name().version() == form.version());
    if (work.hasErrors() || same || !(form.isVersion3() || senderIsFormer)) {
      return work;
    }
    try {
      VersionStep.Stepped stepped = step(form.version(), form, files);
      if (stepped.hasErrors()) {
        return work.checked(joined(work.reports(), stepped.reports()));
      }
      List<NamedBytes> made = new ArrayList<>(others);
      for (StandardFile file : written(stepped)) {
        made.add(new NamedBytes(file.name().format(), file.bytes()));
      }
      return work.stepped(made, form.version());
    } catch (UnwritableException e) {
      return work.checked(
          joined(
              work.reports(),
              List.of(
                  new FileReport(
                      work.files().get(0).name(), null, null, 0, List.of(e.finding())))));
    }
  }

  private VersionStep.Stepped step(
      StandardVersion version, ReceivedForm form, List<StandardFile> files) throws IOException {
    List<VersionStep.File> unit = new ArrayList<>();
    for (StandardFile file : files) {
      List<Row> rows = new ArrayList<>();
      if (!file.name().isImage()) {
        rewriting.read(file, rows::add);
      }
      unit.add(new VersionStep.File(file.name(), rows));
    }
    return new VersionStep(directory::serviceTypesOf, form.losses()).to(version, unit);
  }

  /** No picture is among them: V3.2 has none, and up there are none to bring. */
  private static List<StandardFile> written(VersionStep.Stepped stepped)
      throws IOException, UnwritableException {
    List<StandardFile> files = new ArrayList<>();
    for (VersionStep.File file : stepped.files()) {
      files.add(
          new StandardFile(
              file.name(),
              Rewriting.write(Rewriting.layout(file.name()), file.rows(), replacement -> {})));
    }
    return files;
  }

  private static long findings(VersionStep.Stepped stepped) {
    return stepped.reports().stream().mapToLong(report -> report.findings().size()).sum();
  }

  private static List<FileReport> joined(List<FileReport> first, List<FileReport> second) {
    List<FileReport> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private static @Nullable FileName name(String name) {
    try {
      return FileName.parse(name);
    } catch (FileNameException e) {
      return null;
    }
  }
}
