package careplanhub.standard;

import java.util.ArrayList;
import java.util.List;

/** Chooses the rules of each kind of file. */
final class FileRules {
  private FileRules() {}

  /** New rules for one file but those on fields, versions, keys and images. */
  static List<FileRule> of(CheckContext context) {
    Layout layout = context.layout();
    List<FileRule> rules = new ArrayList<>();
    switch (layout.kind()) {
      case "UPHOSOKU" -> rules.add(new SupplementRule(context));
      case "UP1KYO" -> rules.add(PlanSheetRules.reason(layout));
      case "UP2KYO" -> rules.add(PlanSheetRules.planNumbers(context));
      case "UP3KYO" -> rules.add(PlanSheetRules.weekRow(layout));
      case "UPPLAN" -> {
        addSlip(rules, context);
        rules.add(new SlipOfficeRule(context));
      }
      case "UPJSK" -> {
        addSlip(rules, context);
        rules.add(new ResultOfficeRule(context));
      }
      case "UPSIKYU" -> addBreakdown(rules, context);
      case "DLTPLAN" -> rules.add(new MonthRule(context));
      case "DLTJSK" -> {
        rules.add(new MonthRule(context));
        rules.add(new ServiceTypeRule(layout, "serviceTypeCode"));
        rules.add(new ResultOfficeRule(context));
      }
      case "UPKIHON" -> rules.add(PreventionRules.explanations(layout));
      case "UPYOBO_SUB" -> rules.add(new PreventionNumberRule(layout));
      default -> {
        // The other kinds have no rules but those of their fields.
      }
    }
    return rules;
  }

  private static void addSlip(List<FileRule> rules, CheckContext context) {
    Layout layout = context.layout();
    rules.add(new MonthRule(context));
    rules.add(new ServiceTypeRule(layout, "serviceCode"));
    rules.add(new ServiceTimeRule(layout));
    if (layout.has("taisCode")) {
      rules.add(new EquipmentRule(layout));
    }
    rules.add(new DetailNumberRule(context));
  }

  private static void addBreakdown(List<FileRule> rules, CheckContext context) {
    Layout layout = context.layout();
    rules.add(new MonthRule(context));
    rules.add(new ServiceTypeRule(layout, "serviceCode"));
    rules.add(new BreakdownRule(layout));
    rules.add(new BreakdownSums(context));
    if (layout.has("taisCode")) {
      rules.add(new EquipmentRule(layout));
    }
  }
}
