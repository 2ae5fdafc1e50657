/**
 * The care plan data exchange standard (ケアプランデータ連携標準仕様 V4.1 and V3.2) as data: layouts, file names,
 * rows, reading, writing, checks of fields, rows, files and send units. Knows nothing of the hub.
 */
@NullMarked
package careplanhub.standard;

import org.jspecify.annotations.NullMarked;
