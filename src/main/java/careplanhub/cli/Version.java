package careplanhub.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the program as its jar states it, and that of the Java it runs on. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Main.class.getPackage().getImplementationVersion();
    return new String[] {
      "careplan-hub " + (version == null ? "(jar ではありません)" : version), "Java " + Runtime.version()
    };
  }
}
