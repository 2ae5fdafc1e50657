package careplanhub.cli;

/** The one entry of the program: {@code ./hub COMMAND}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {}
}
