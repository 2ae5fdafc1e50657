package careplanhub.hub;

import careplanhub.hub.OutgoingWork.Part;
import careplanhub.hub.OutgoingWork.StandardFile;
import careplanhub.office.AttachmentSettings;
import careplanhub.standard.StandardVersion;
import careplanhub.standard.UnwritableException;
import careplanhub.standard.UserIdentity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Splits a send unit that is larger than a parcel may be. All rows of a user stay together in all
 * files, with their pictures (2.3, 2.6, 3.3), the users stay in their order, and each piece has all
 * files that a send unit must have (2.2, 3.2). Since no two pieces share a user, none of them
 * replaces what another brought. Safe for every thread.
 */
final class Splitting {
  private final Rewriting rewriting;
  private final AttachmentSettings bounds;

  /**
   * @param bounds how large a parcel may be
   */
  Splitting(Rewriting rewriting, AttachmentSettings bounds) {
    this.rewriting = rewriting;
    this.bounds = bounds;
  }

  /** Whether these files, as they are sent, may be one parcel. */
  boolean fits(List<StandardFile> written) {
    return written.size() <= bounds.maximumParcelFiles()
        && bytes(written) <= bounds.maximumParcelSize().bytes();
  }

  /**
   * Splits a part into pieces of about as many users each, which may have to be split again.
   *
   * @param written its files as they are sent, too large for a parcel
   * @return at least two pieces
   * @throws RefusedException when no two users can be parted
   */
  List<Part> split(OutgoingWork work, Part part, List<StandardFile> written)
      throws IOException, RefusedException {
    List<Set<UserIdentity>> blocks = blocks(part);
    if (blocks.size() < 2) {
      throw new RefusedException(
          work, List.of(HubFinding.NOT_TO_BE_SPLIT.of(part.files().get(0).name().format())));
    }
    int pieces = (int) Math.min(blocks.size(), Math.max(2, timesTooLarge(written)));
    List<Part> all = new ArrayList<>();
    for (int piece = 0; piece < pieces; piece++) {
      Set<UserIdentity> users = new HashSet<>();
      blocks
          .subList(start(piece, pieces, blocks.size()), start(piece + 1, pieces, blocks.size()))
          .forEach(users::addAll);
      all.add(only(work, part, users));
    }
    return all;
  }

  private static int start(int piece, int pieces, int blocks) {
    return (int) ((long) piece * blocks / pieces);
  }

  private long timesTooLarge(List<StandardFile> written) {
    return 1
        + Math.max(
            (bytes(written) - 1) / bounds.maximumParcelSize().bytes(),
            (written.size() - 1) / bounds.maximumParcelFiles());
  }

  private static long bytes(List<StandardFile> files) {
    return files.stream().mapToLong(file -> file.bytes().length).sum();
  }

  private Part only(OutgoingWork work, Part part, Set<UserIdentity> users)
      throws IOException, RefusedException {
    try {
      return rewriting.only(part, users::contains);
    } catch (UnwritableException e) {
      throw new RefusedException(work, e.finding());
    }
  }

  /** Users who may be parted; whoever lacks a file that a unit must have stays with the next. */
  private List<Set<UserIdentity>> blocks(Part part) throws IOException {
    StandardVersion version = part.files().get(0).name().version();
    List<Set<UserIdentity>> blocks = new ArrayList<>();
    Set<UserIdentity> users = new HashSet<>();
    Set<String> kinds = new HashSet<>();
    for (Map.Entry<UserIdentity, Set<String>> user : kindsOfUsers(part).entrySet()) {
      users.add(user.getKey());
      kinds.addAll(user.getValue());
      if (Companions.areWhole(version, kinds)) {
        blocks.add(users);
        users = new HashSet<>();
        kinds = new HashSet<>();
      }
    }
    if (!users.isEmpty() && !blocks.isEmpty()) {
      blocks.get(blocks.size() - 1).addAll(users);
    }
    return blocks;
  }

  /** In the order in which they first come. */
  private Map<UserIdentity, Set<String>> kindsOfUsers(Part part) throws IOException {
    Map<UserIdentity, Set<String>> kinds = new LinkedHashMap<>();
    for (StandardFile file : part.files()) {
      if (!file.name().isImage()) {
        String kind = file.name().kind();
        rewriting.read(
            file, row -> kinds.computeIfAbsent(row.user(), unused -> new HashSet<>()).add(kind));
      }
    }
    return kinds;
  }
}
