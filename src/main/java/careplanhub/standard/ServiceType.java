package careplanhub.standard;

/**
 * A service type of the standard's list (1.3, 1.4).
 *
 * @param code its two characters
 * @param name its Japanese name
 * @param group 介護給付, 予防給付, 総合事業 or ケアマネジメント
 * @param exchanged whether its rows are exchanged (連携対象); false too for ケアマネジメント, which only sends
 *     and receives
 */
public record ServiceType(ServiceTypeCode code, String name, String group, boolean exchanged) {}
