package careplanhub.vendor.kit;

import java.util.List;
import java.util.stream.Stream;

/** Layouts that differ from one another as those of different makers do. */
final class SampleLayouts {
  private static final String COLON = "%d:%02d";
  private static final String LONG_COLON = "%02d:%02d";
  private static final String COMPACT = "%02d%02d";

  private SampleLayouts() {}

  static Stream<SampleLayout> all() {
    return List.of(
        visitsWithManyWords(),
        romajiWithTabs(),
        narrowKana(),
        planAndResultByDay(),
        twoRunsUnderGroups(),
        marksUnderWeekdays(),
        visitsWithoutHeader(),
        marksWithoutHeader(),
        dayAndTimeRange(),
        lentEquipment(),
        dayCare(),
        claimList(),
        equipmentWithoutHeader(),
        startAndMinutes(),
        savedBySpreadsheet(),
        englishWithoutInsurer(),
        planNumbersBeforeWord(),
        shortNames(),
        codesApartWithoutHeader(),
        wordsOfProgrammers())
        .stream();
  }

  private static SampleLayout visitsWithManyWords() {
    return new SampleLayout("houmon-jisseki")
        .column("事業所番号", "serviceOfficeNumber", v -> SyntheticVisit.OFFICE)
        .column("事業所名称", "serviceOfficeName", v -> "見本ヘルパーステーション")
        .other("利用者番号", v -> "10" + v.insured().substring(6))
        .column("利用者氏名", "userName", SyntheticVisit::name)
        .column("フリガナ", "userKana", SyntheticVisit::kana)
        .column("被保険者番号", "insuredNumber", SyntheticVisit::insured)
        .column("保険者番号", "insurerNumber", SyntheticVisit::insurer)
        .other("要介護度", v -> "要介護" + (1 + v.number() % 5))
        .column("サービス提供年月", "targetMonth", v -> "202504")
        .column("サービス提供日", "serviceDate", v -> v.date().toString().replace("-", "/"))
        .column("曜日", "weekday", SyntheticVisit::weekday)
        .column("開始時刻", "serviceStart", v -> v.from(LONG_COLON))
        .column("終了時刻", "serviceEnd", v -> v.to(LONG_COLON))
        .column("所要時間", "minutes", v -> String.valueOf(v.minutes()))
        .column("サービス種類コード", "serviceType", v -> v.code().substring(0, 2))
        .column("サービス項目コード", "serviceItem", v -> v.code().substring(2))
        .other("サービス名称", SyntheticVisit::service)
        .column("単位数", "units", v -> String.valueOf(v.units()))
        .column("回数", "serviceCount", v -> "1")
        .other("担当ヘルパー名", SyntheticVisit::staff)
        .other("特記事項", v -> "");
  }

  private static SampleLayout romajiWithTabs() {
    return new SampleLayout("service_export")
        .charset("UTF-8")
        .separator("\t")
        .lineEnd("\n")
        .other("seq_no", v -> String.valueOf(v.number()))
        .column("hokensha_no", "insurerNumber", SyntheticVisit::insurer)
        .column("hihokensha_no", "insuredNumber", SyntheticVisit::insured)
        .column("riyousha_name", "userName", SyntheticVisit::name)
        .column("service_date", "serviceDate", v -> v.date().toString())
        .column("start_time", "serviceStart", v -> v.from(LONG_COLON) + ":00")
        .column("end_time", "serviceEnd", v -> v.to(LONG_COLON) + ":00")
        .column("service_code", "serviceCode", SyntheticVisit::code)
        .other("service_name", SyntheticVisit::service)
        .column("units", "units", v -> String.valueOf(v.units()))
        .column("count", "serviceCount", v -> "1")
        .column("jigyosho_no", "serviceOfficeNumber", v -> SyntheticVisit.OFFICE)
        .column("jigyosho_name", "serviceOfficeName", v -> "見本訪問介護事業所")
        .column("kyotaku_jigyosho_no", "supportOfficeNumber", SyntheticVisit::supportOffice)
        .column("caremanager_name", "plannerName", SyntheticVisit::planner)
        .other("staff_name", SyntheticVisit::staff)
        .other("created_at", v -> "2025-05-01 10:11:12");
  }

  private static SampleLayout narrowKana() {
    return new SampleLayout("ｻｰﾋﾞｽ実績")
        .separator(";")
        .column("保険者No", "insurerNumber", SyntheticVisit::insurer)
        .column("被保険者No", "insuredNumber", SyntheticVisit::insured)
        .column("利用者ｶﾅ", "userKana", SyntheticVisit::kana)
        .column("利用者", "userName", SyntheticVisit::name)
        .column("ｻｰﾋﾞｽ実施日", "serviceDate", v -> "R7.4." + v.date().getDayOfMonth())
        .column("ｻｰﾋﾞｽ開始", "serviceStart", v -> v.from("%d時%02d分"))
        .column("ｻｰﾋﾞｽ終了", "serviceEnd", v -> v.to("%d時%02d分"))
        .column("ｻｰﾋﾞｽｺｰﾄﾞ", "serviceCode", SyntheticVisit::code)
        .other("ｻｰﾋﾞｽ略称", SyntheticVisit::service)
        .column("単位", "units", v -> String.valueOf(v.units()))
        .column("ｹｱﾏﾈ事業所番号", "supportOfficeNumber", SyntheticVisit::supportOffice)
        .other("ｹｱﾏﾈ事業所名", v -> "見本居宅介護支援事業所")
        .column("担当ｹｱﾏﾈ", "plannerName", SyntheticVisit::planner)
        .other("ﾍﾙﾊﾟｰ", SyntheticVisit::staff)
        .other("ﾍﾙﾊﾟｰｺｰﾄﾞ", v -> "S" + v.number() % 7)
        .other("自費", v -> "0");
  }

  private static SampleLayout planAndResultByDay() {
    return new SampleLayout("yojitsu")
        .charset("UTF-8-BOM")
        .column("提供月", "targetMonth", v -> "2025年4月")
        .column("保険者", "insurerNumber", SyntheticVisit::insurer)
        .column("被保険者", "insuredNumber", SyntheticVisit::insured)
        .column("氏名", "userName", SyntheticVisit::name)
        .column("事業所", "serviceOfficeNumber", v -> SyntheticVisit.OFFICE)
        .column("種類", "serviceType", v -> v.code().substring(0, 2))
        .column("項目", "serviceItem", v -> v.code().substring(2))
        .column("始", "serviceStart", v -> v.from(COLON))
        .column("終", "serviceEnd", v -> v.to(COLON))
        .column("単位数", "units", v -> String.valueOf(v.units()))
        .days("予#", "plannedDays", "1", 2)
        .column("予計", "plannedCountTotal", v -> "6")
        .days("実#", "doneDays", "1", 2)
        .column("実計", "doneCountTotal", v -> "6");
  }

  private static SampleLayout twoRunsUnderGroups() {
    return new SampleLayout("hyou6")
        .above("サービス提供票")
        .above(",,,,,,,,予定" + ",".repeat(31) + "実績" + ",".repeat(31))
        .column("年月", "targetMonth", v -> "令和7年4月")
        .column("保険者番号", "insurerNumber", SyntheticVisit::insurer)
        .column("被保険者番号", "insuredNumber", SyntheticVisit::insured)
        .column("利用者名", "userName", SyntheticVisit::name)
        .column("提供時間帯", "times", v -> v.from(LONG_COLON) + "～" + v.to(LONG_COLON))
        .column("サービスコード", "serviceCode", SyntheticVisit::code)
        .other("サービス内容", SyntheticVisit::service)
        .column("単位数", "units", v -> String.valueOf(v.units()))
        .days("#", "plannedDays", "1", 3)
        .other("予定計", v -> "9")
        .days("#", "doneDays", "1", 3)
        .other("計", v -> "9");
  }

  private static SampleLayout marksUnderWeekdays() {
    SampleLayout layout =
        new SampleLayout("calendar")
            .above("実績カレンダー")
            .above("対象年月,令和7年4月")
            .column("被保番", "insuredNumber", SyntheticVisit::insured)
            .column("保険者番号", "insurerNumber", SyntheticVisit::insurer)
            .column("お名前", "userName", SyntheticVisit::name)
            .column("サービス種類", "serviceType", v -> v.code().substring(0, 2))
            .column("サービス内容", "serviceItem", v -> v.code().substring(2))
            .column("開始", "serviceStart", v -> v.from(COLON))
            .column("終了", "serviceEnd", v -> v.to(COLON))
            .column("単位", "units", v -> String.valueOf(v.units()))
            .other("担当", SyntheticVisit::staff);
    for (int day = 1; day <= 31; day++) {
      int own = day;
      layout.column(
          day + "(" + "火水木金土日月".charAt((day - 1) % 7) + ")",
          "doneDays",
          v -> own <= 30 && (v.number() + own) % 4 == 0 ? "○" : "");
    }
    return layout.column("回数", "doneCountTotal", v -> "7");
  }

  private static SampleLayout visitsWithoutHeader() {
    return new SampleLayout("nohead")
        .headerless()
        .other("", v -> String.valueOf(v.number()))
        .column("", "serviceOfficeNumber", v -> SyntheticVisit.OFFICE)
        .column("", "insurerNumber", SyntheticVisit::insurer)
        .column("", "insuredNumber", SyntheticVisit::insured)
        .column("", "userName", SyntheticVisit::name)
        .column("", "userKana", SyntheticVisit::kana)
        .column("", "targetMonth", v -> "202504")
        .column("", "serviceDate", v -> v.date().toString().replace("-", ""))
        .column("", "serviceStart", v -> v.from(COMPACT))
        .column("", "serviceEnd", v -> v.to(COMPACT))
        .column("", "minutes", v -> String.valueOf(v.minutes()))
        .column("", "serviceCode", SyntheticVisit::code)
        .other("", SyntheticVisit::service)
        .column("", "units", v -> String.valueOf(v.units()))
        .column("", "serviceCount", v -> "1")
        .column("", "supportOfficeNumber", SyntheticVisit::supportOffice)
        .column("", "plannerName", SyntheticVisit::planner)
        .other("", SyntheticVisit::staff);
  }

  private static SampleLayout marksWithoutHeader() {
    return new SampleLayout("nohead-days")
        .headerless()
        .charset("UTF-8")
        .column("", "insuredNumber", SyntheticVisit::insured)
        .column("", "userName", SyntheticVisit::name)
        .column("", "insurerNumber", SyntheticVisit::insurer)
        .column("", "targetMonth", v -> "R7.4")
        .column("", "serviceType", v -> v.code().substring(0, 2))
        .column("", "serviceItem", v -> v.code().substring(2))
        .column("", "serviceStart", v -> v.from(COLON))
        .column("", "serviceEnd", v -> v.to(COLON))
        .column("", "units", v -> String.valueOf(v.units()))
        .days("", "doneDays", "１", 3);
  }

  private static SampleLayout dayAndTimeRange() {
    return new SampleLayout("訪問予定_202504")
        .column("日", "day", v -> v.date().getDayOfMonth() + "日")
        .column("曜", "weekday", v -> "(" + v.weekday() + ")")
        .column("サービス提供時間", "times", v -> v.from(COLON) + " - " + v.to(COLON))
        .column("ご利用者名", "userName", SyntheticVisit::name)
        .column("介護保険被保険者証番号", "insuredNumber", SyntheticVisit::insured)
        .column("証記載保険者番号", "insurerNumber", SyntheticVisit::insurer)
        .column("サービス内容", "serviceName", SyntheticVisit::service)
        .other("担当スタッフ", SyntheticVisit::staff)
        .other("同行者", v -> "")
        .other("移動手段", v -> "自転車")
        .other("住所", v -> "架空市見本町")
        .other("電話番号", v -> "000-0000-0000")
        .other("連絡事項", v -> "")
        .other("確定", v -> "済")
        .other("更新日時", v -> "2025/05/01 09:00");
  }

  private static SampleLayout lentEquipment() {
    return new SampleLayout("レンタル実績")
        .charset("UTF-8-BOM")
        .above("福祉用具貸与 実績一覧")
        .above("出力日,2025/05/01")
        .column("提供年月", "targetMonth", v -> "令和7年4月")
        .column("保険者コード", "insurerNumber", SyntheticVisit::insurer)
        .column("被保険者コード", "insuredNumber", SyntheticVisit::insured)
        .column("利用者漢字氏名", "userName", SyntheticVisit::name)
        .column("利用者カナ氏名", "userKana", SyntheticVisit::kana)
        .other("種目", v -> "車いす")
        .column("サービスコード", "serviceCode", v -> "171001")
        .column("商品コード", "taisCode", v -> "0" + v.number() % 10 + "123-00" + (1000 + v.number()))
        .column("商品名", "equipmentName", v -> "見本車いす" + v.number() % 5)
        .other("メーカー名", v -> "架空工業")
        .column("単位数", "units", v -> String.valueOf(v.units()))
        .column("数量", "serviceCount", v -> "1")
        .other("レンタル開始日", v -> "2024/12/01")
        .other("単価", v -> "10")
        .other("利用者負担額", v -> String.valueOf(v.units()))
        .column("居宅介護支援事業所番号", "supportOfficeNumber", SyntheticVisit::supportOffice)
        .other("居宅介護支援事業所名", v -> "見本居宅")
        .column("担当ケアマネジャー", "plannerName", SyntheticVisit::planner);
  }

  private static SampleLayout dayCare() {
    SampleLayout layout =
        new SampleLayout("tsusho")
            .column("拠点コード", "serviceOfficeNumber", v -> SyntheticVisit.OFFICE)
            .column("拠点名", "serviceOfficeName", v -> "見本デイサービスセンター")
            .column("利用日", "serviceDate", SyntheticVisit::era)
            .column("お客様名", "userName", SyntheticVisit::name)
            .column("お客様名カナ", "userKana", SyntheticVisit::kana)
            .other("お客様番号", v -> "K" + v.insured().substring(7))
            .other("性別", v -> v.number() % 2 == 0 ? "男" : "女")
            .other("生年月日", v -> "昭和10年1月1日")
            .other("介護度", v -> "要介護2")
            .column("保険者番号（証記載）", "insurerNumber", SyntheticVisit::insurer)
            .column("被保険者証番号", "insuredNumber", SyntheticVisit::insured)
            .other("認定有効期間（開始）", v -> "2024/04/01")
            .other("認定有効期間（終了）", v -> "2026/03/31")
            .column("来所時刻", "serviceStart", v -> v.from(COLON))
            .column("退所時刻", "serviceEnd", v -> v.to(COLON));
    for (String word :
        List.of(
            "送迎（迎え）",
            "送迎（送り）",
            "入浴",
            "昼食",
            "おやつ",
            "体温",
            "血圧（上）",
            "血圧（下）",
            "脈拍",
            "個別機能訓練加算",
            "口腔機能向上加算",
            "欠席理由",
            "記録者",
            "備考")) {
      layout.other(word, v -> v.number() % 3 == 0 ? "1" : "");
    }
    return layout
        .column("請求サービスコード", "serviceCode", v -> "151111")
        .other("請求サービス名称", v -> "通所介護I11")
        .column("算定単位数", "units", v -> "1,021")
        .column("担当居宅番号", "supportOfficeNumber", SyntheticVisit::supportOffice)
        .column("ケアマネジャー氏名", "plannerName", SyntheticVisit::planner);
  }

  private static SampleLayout claimList() {
    return new SampleLayout("seikyu-meisai")
        .other("請求年月", v -> "202505")
        .column("提供年月", "targetMonth", v -> "202504")
        .column("事業者番号", "serviceOfficeNumber", v -> SyntheticVisit.OFFICE)
        .column("証番号", "insuredNumber", SyntheticVisit::insured)
        .column("保険者番号", "insurerNumber", SyntheticVisit::insurer)
        .column("利用者名", "userName", SyntheticVisit::name)
        .other("公費負担者番号", v -> "")
        .other("公費受給者番号", v -> "")
        .other("支給限度額", v -> "16765")
        .column("年月日", "serviceDate", v -> v.date().toString().replace("-", ""))
        .column("開始時間", "serviceStart", v -> v.from(COMPACT))
        .column("終了時間", "serviceEnd", v -> v.to(COMPACT))
        .column("サービス種類", "serviceType", v -> v.code().substring(0, 2))
        .column("サービス項目", "serviceItem", v -> v.code().substring(2))
        .column("単位数", "units", v -> v.units() > 999 ? "1,244" : String.valueOf(v.units()))
        .column("日数・回数", "serviceCount", v -> "1")
        .other("サービス単位数合計", v -> String.valueOf(v.units()))
        .other("単位数単価", v -> "11.05")
        .other("費用総額", v -> String.valueOf(11 * v.units()))
        .other("給付率", v -> "90")
        .other("保険請求額", v -> String.valueOf(10 * v.units()))
        .other("利用者負担額", v -> String.valueOf(v.units()))
        .column("居宅事業所番号", "supportOfficeNumber", SyntheticVisit::supportOffice)
        .column("計画作成者名", "plannerName", SyntheticVisit::planner)
        .other("摘要", v -> "");
  }

  private static SampleLayout equipmentWithoutHeader() {
    return new SampleLayout("nohead-yogu")
        .headerless()
        .column("", "insurerNumber", SyntheticVisit::insurer)
        .column("", "insuredNumber", SyntheticVisit::insured)
        .column("", "userName", SyntheticVisit::name)
        .column("", "targetMonth", v -> "2025/04")
        .column("", "serviceCode", v -> v.number() % 2 == 0 ? "171001" : "171003")
        .column("", "taisCode", v -> "0" + v.number() % 10 + "123-00" + (1000 + v.number()))
        .other("", v -> "見本工業")
        .column("", "units", v -> v.number() % 2 == 0 ? "500" : "900")
        .other("", v -> "10")
        .column("", "supportOfficeNumber", SyntheticVisit::supportOffice)
        .column("", "plannerName", SyntheticVisit::planner)
        .other("", v -> "2024/12/01")
        .other("", v -> "")
        .other("", v -> "レンタル")
        .other("", v -> "A" + v.number() % 3);
  }

  private static SampleLayout startAndMinutes() {
    return new SampleLayout("kango")
        .charset("UTF-8")
        .column(
            "訪問日",
            "serviceDate",
            v ->
                v.date().getYear()
                    + "/"
                    + v.date().getMonthValue()
                    + "/"
                    + v.date().getDayOfMonth())
        .column("訪問開始時間", "serviceStart", v -> v.from(COLON))
        .column("訪問時間（分）", "minutes", v -> String.valueOf(v.minutes()))
        .column("利用者　名", "userName", SyntheticVisit::name)
        .column("介護保険番号", "insuredNumber", v -> wide(v.insured()))
        .column("市町村番号", "insurerNumber", v -> wide(v.insurer()))
        .other("医療保険番号", v -> "")
        .other("訪問看護師", SyntheticVisit::staff)
        .other("職種", v -> "看護師")
        .column("サービスコード", "serviceCode", v -> "131111")
        .column("点数", "units", v -> wide(String.valueOf(v.units())))
        .other("バイタル", v -> "")
        .other("主治医名", v -> "架空 医師")
        .other("病名", v -> "")
        .other("記録", v -> "");
  }

  private static SampleLayout savedBySpreadsheet() {
    return new SampleLayout("excel-hozon")
        .column("保険者番号", "insurerNumber", v -> v.insurer().replaceFirst("^0", ""))
        .column("被保険者番号", "insuredNumber", SyntheticVisit::insured)
        .column("対象者氏名", "userName", SyntheticVisit::name)
        .column("サービス利用日", "serviceDate", v -> v.date().toString().replace("-", "/") + " 0:00")
        .column("サービス開始時間", "serviceStart", v -> v.from(COLON))
        .column("サービス終了時間", "serviceEnd", v -> v.to(COLON))
        .column("サービスコード（6桁）", "serviceCode", SyntheticVisit::code)
        .column("単位数（1回）", "units", v -> v.units() + ".0")
        .column("実施回数", "serviceCount", v -> "1")
        .column("サービス事業所番号", "serviceOfficeNumber", v -> SyntheticVisit.OFFICE)
        .column("サービス事業所名", "serviceOfficeName", v -> "見本事業所")
        .column("サテライト", "satelliteNo", v -> "")
        .column("30日超", "over30Days", v -> "0")
        .other("入力者", SyntheticVisit::staff)
        .other("登録日", v -> "2025/5/1");
  }

  private static SampleLayout englishWithoutInsurer() {
    return new SampleLayout("Visits")
        .charset("UTF-8")
        .lineEnd("\n")
        .column("Date", "serviceDate", v -> v.date().toString())
        .column("Start", "serviceStart", v -> v.from(LONG_COLON))
        .column("End", "serviceEnd", v -> v.to(LONG_COLON))
        .column("Duration", "minutes", v -> String.valueOf(v.minutes()))
        .column("User Name", "userName", SyntheticVisit::name)
        .column("Insured No", "insuredNumber", SyntheticVisit::insured)
        .column("Service Code", "serviceCode", SyntheticVisit::code)
        .column("Units", "units", v -> String.valueOf(v.units()))
        .column("Office No", "serviceOfficeNumber", v -> SyntheticVisit.OFFICE)
        .other("Staff", SyntheticVisit::staff)
        .other("Fee", v -> "0")
        .other("Memo", v -> "")
        .other("Created", v -> "x")
        .other("Route", v -> "a")
        .other("Flag", v -> "1");
  }

  private static SampleLayout planNumbersBeforeWord() {
    return new SampleLayout("teikyohyo-yotei")
        .above("提供票（予定）")
        .column("利用者被保険者番号", "insuredNumber", SyntheticVisit::insured)
        .column("保険者番号", "insurerNumber", SyntheticVisit::insurer)
        .column("利用年月", "targetMonth", v -> "R0704")
        .column("サービス事業者番号", "serviceOfficeNumber", v -> SyntheticVisit.OFFICE)
        .column("サービス事業者名", "serviceOfficeName", v -> "見本事業所")
        .column("サービスコード", "serviceCode", SyntheticVisit::code)
        .column("提供開始時刻", "serviceStart", v -> v.from(COMPACT))
        .column("提供終了時刻", "serviceEnd", v -> v.to(COMPACT))
        .column("単位数", "units", v -> String.valueOf(v.units()))
        .days("予定#日", "plannedDays", "1", 2)
        .column("予定回数", "plannedCountTotal", v -> "5")
        .other("予定単位数計", v -> "1");
  }

  private static SampleLayout shortNames() {
    return new SampleLayout("short")
        .charset("UTF-8-BOM")
        .separator("\t")
        .column("保番", "insurerNumber", SyntheticVisit::insurer)
        .column("被保番", "insuredNumber", SyntheticVisit::insured)
        .column("名前", "userName", SyntheticVisit::name)
        .column("日付", "serviceDate", v -> "R07" + String.format("04%02d", v.date().getDayOfMonth()))
        .column("自", "serviceStart", v -> v.from(COLON))
        .column("至", "serviceEnd", v -> v.to(COLON))
        .column("分", "minutes", v -> String.valueOf(v.minutes()))
        .column("種別CD", "serviceType", v -> v.code().substring(0, 2))
        .column("項目CD", "serviceItem", v -> v.code().substring(2))
        .column("単位", "units", v -> String.valueOf(v.units()))
        .column("回", "serviceCount", v -> "1")
        .other("職員CD", v -> String.valueOf(100 + v.number() % 5))
        .other("職員", SyntheticVisit::staff)
        .other("メモ", v -> "")
        .other("区分", v -> "1");
  }

  private static SampleLayout codesApartWithoutHeader() {
    return new SampleLayout("nohead-split")
        .headerless()
        .other("", v -> "J01")
        .other("", v -> String.format("%05d", v.number()))
        .column("", "serviceOfficeNumber", v -> SyntheticVisit.OFFICE)
        .column("", "insuredNumber", SyntheticVisit::insured)
        .column("", "insurerNumber", v -> v.insurer().startsWith("99") ? "141002" : "131045")
        .column("", "userKana", SyntheticVisit::kana)
        .column("", "userName", SyntheticVisit::name)
        .other("", v -> "3")
        .column("", "serviceDate", v -> "R0704" + String.format("%02d", v.date().getDayOfMonth()))
        .column("", "weekday", SyntheticVisit::weekday)
        .column("", "serviceStart", v -> v.from(COLON))
        .column("", "serviceEnd", v -> v.to(COLON))
        .column("", "minutes", v -> String.valueOf(v.minutes()))
        .column("", "serviceType", v -> v.code().substring(0, 2))
        .column("", "serviceItem", v -> v.code().substring(2))
        .other("", SyntheticVisit::service)
        .column("", "units", v -> "387")
        .column("", "serviceCount", v -> "1")
        .other("", v -> "0")
        .other("", SyntheticVisit::staff)
        .other("", v -> "");
  }

  private static SampleLayout wordsOfProgrammers() {
    return new SampleLayout("export")
        .charset("UTF-8")
        .lineEnd("\n")
        .other("recordId", v -> String.valueOf(v.number()))
        .column("insurerNumber", "insurerNumber", SyntheticVisit::insurer)
        .column("insuredNumber", "insuredNumber", SyntheticVisit::insured)
        .column("clientName", "userName", SyntheticVisit::name)
        .other("careLevel", v -> "要介護2")
        .column("providedDate", "serviceDate", v -> v.date().toString())
        .column("startTime", "serviceStart", v -> v.from(LONG_COLON))
        .column("endTime", "serviceEnd", v -> v.to(LONG_COLON))
        .column("serviceCode", "serviceCode", SyntheticVisit::code)
        .column("unitScore", "units", v -> String.valueOf(v.units()))
        .column("quantity", "serviceCount", v -> "1")
        .column("officeCode", "serviceOfficeNumber", v -> SyntheticVisit.OFFICE)
        .column("careManagerOfficeCode", "supportOfficeNumber", SyntheticVisit::supportOffice)
        .column("careManagerName", "plannerName", SyntheticVisit::planner)
        .other("staffName", SyntheticVisit::staff)
        .other("createdAt", v -> "2025-05-01T00:00:00");
  }

  private static String wide(String digits) {
    StringBuilder wide = new StringBuilder();
    digits.chars().forEach(digit -> wide.append((char) (digit - '0' + '０')));
    return wide.toString();
  }
}
