package careplanhub.channel.fax;

import careplanhub.fax.PageCode;
import careplanhub.fax.read.SheetMarks;
import careplanhub.store.ContentId;
import java.util.Optional;

/**
 * A page as it was read.
 *
 * @param page from 1
 * @param code our code, when it has one
 * @param marks its boxes, when it is a result sheet
 * @param picture upright, in the vault
 */
record SeenPage(int page, Optional<PageCode> code, Optional<SheetMarks> marks, ContentId picture) {}
