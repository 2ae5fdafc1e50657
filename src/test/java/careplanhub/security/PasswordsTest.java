package careplanhub.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  @Test
  void onlyTheRightPasswordFitsItsHash() {
    String hash = Passwords.hash("合言葉 one".toCharArray());

    assertTrue(Passwords.verify("合言葉 one".toCharArray(), hash));
    assertFalse(Passwords.verify("合言葉 two".toCharArray(), hash));
    assertNotEquals(hash, Passwords.hash("合言葉 one".toCharArray()));
  }

  @Test
  void aTextThatIsNoHashFitsNoPassword() {
    String hash = Passwords.hash("one".toCharArray());
    for (String wrong :
        List.of(
            "",
            "one",
            hash.substring(1),
            hash.replace("argon2id", "argon2i"),
            hash.replace("m=19456", "m=9999999"),
            hash.replace("p=1", "p=0"),
            hash.replace("t=2", "t=0"))) {
      assertFalse(Passwords.verify("one".toCharArray(), wrong), wrong);
    }
  }

  @Test
  void secretsAreLongAndDiffer() {
    assertEquals(43, RandomSecret.token().length());
    assertNotEquals(RandomSecret.token(), RandomSecret.token());
    assertEquals(24, RandomSecret.password().length);
  }
}
