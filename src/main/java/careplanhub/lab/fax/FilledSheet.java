package careplanhub.lab.fax;

import careplanhub.fax.PageCode;
import careplanhub.fax.forms.ResultLine;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A page of a result sheet that somebody filled in.
 *
 * @param code of the page
 * @param lines what its lines stand for
 * @param filled of each line, the days, the first one first, that were filled
 * @param picture of the paper
 */
record FilledSheet(
    PageCode code, List<ResultLine> lines, List<List<Boolean>> filled, BufferedImage picture) {}
