package careplanhub.standard;

import org.jspecify.annotations.Nullable;

/**
 * What the files of one send unit (送信単位, 2.4) share in their names.
 *
 * @param from the sending office
 * @param fromType the sender's service type; null in names of V3.2
 * @param to the receiving office
 * @param toType the receiver's service type; null in names of V3.2
 * @param serial ファイル連番
 */
public record UnitKey(
    OfficeNumber from,
    @Nullable ServiceTypeCode fromType,
    OfficeNumber to,
    @Nullable ServiceTypeCode toType,
    Serial serial) {}
