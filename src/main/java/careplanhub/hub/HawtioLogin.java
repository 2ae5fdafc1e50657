package careplanhub.hub;

import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.jspecify.annotations.Nullable;

/**
 * The JAAS login of Hawtio against {@link ConsoleUsers}. Public, with a constructor without
 * parameters, because JAAS makes it by its name; what it needs comes with {@link #configuration}.
 */
public final class HawtioLogin implements LoginModule {
  private static final String USERS = "users";

  private @Nullable Subject subject;
  private @Nullable CallbackHandler callbacks;
  private @Nullable ConsoleUsers users;
  private @Nullable User user;

  /** The logged-in person. */
  record User(String name) implements Principal {
    @Override
    public String getName() {
      return name;
    }
  }

  /** A configuration of one server's own: nothing is shared by the process. */
  static Configuration configuration(ConsoleUsers users) {
    var entry =
        new AppConfigurationEntry(
            HawtioLogin.class.getName(), LoginModuleControlFlag.REQUIRED, Map.of(USERS, users));
    return new Configuration() {
      @Override
      public AppConfigurationEntry[] getAppConfigurationEntry(String realm) {
        return new AppConfigurationEntry[] {entry};
      }
    };
  }

  @Override
  public void initialize(
      Subject newSubject,
      CallbackHandler newCallbacks,
      Map<String, ?> sharedState,
      Map<String, ?> options) {
    subject = newSubject;
    callbacks = newCallbacks;
    users = (ConsoleUsers) options.get(USERS);
  }

  @Override
  public boolean login() throws LoginException {
    var name = new NameCallback("user");
    var password = new PasswordCallback("password", false);
    try {
      Objects.requireNonNull(callbacks).handle(new Callback[] {name, password});
    } catch (IOException | UnsupportedCallbackException e) {
      throw new FailedLoginException("no name and password");
    }
    char[] given = password.getPassword();
    password.clearPassword();
    if (name.getName() == null || given == null) {
      throw new FailedLoginException("no name and password");
    }
    boolean accepted = Objects.requireNonNull(users).accepts(name.getName(), given);
    Arrays.fill(given, ' ');
    if (!accepted) {
      throw new FailedLoginException("wrong name or password, or too many attempts at a time");
    }
    user = new User(name.getName());
    return true;
  }

  @Override
  public boolean commit() {
    if (user == null) {
      return false;
    }
    Objects.requireNonNull(subject).getPrincipals().add(user);
    return true;
  }

  @Override
  public boolean abort() {
    boolean loggedIn = user != null;
    user = null;
    return loggedIn;
  }

  @Override
  public boolean logout() {
    if (subject != null && user != null) {
      subject.getPrincipals().remove(user);
    }
    user = null;
    return true;
  }
}
