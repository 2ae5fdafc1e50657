package careplanhub;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rooms of the program and what is kept in one of them only. */
class ArchitectureTest {
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption((Location place) -> !place.contains("test-classes/"))
          .withImportOption((Location place) -> !place.contains("/jmh_generated/"))
          .importPackages("careplanhub");

  @ParameterizedTest
  @EnumSource
  void aRoomUsesOnlyTheRoomsItMay(Room room) {
    String[] closed =
        Arrays.stream(Room.values())
            .filter(other -> !room.mayUse(other))
            .map(Room::packages)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(room.packages())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(closed)
        .allowEmptyShould(true)
        .because(
            "a room that reaches upwards cannot be understood or tested alone: let "
                + room.label()
                + " declare a small interface of what it needs and pass the other room's object in"
                + " where the program is wired (hub or cli); a new door is opened in Room.java,"
                + " with its reason in docs/decisions.md")
        .check(PROGRAM);
  }

  @Test
  void everyClassLivesInARoom() {
    classes()
        .should()
        .resideInAnyPackage(Arrays.stream(Room.values()).map(Room::packages).toArray(String[]::new))
        .because("a new room is added to Room.java with what it may use, and to the documentation")
        .check(PROGRAM);
  }

  @Test
  void theRoomsHaveNoCycles() {
    slices()
        .matching("careplanhub.(*)..")
        .should()
        .beFreeOfCycles()
        .because("two rooms that need each other are one: move what both need to the lower one")
        .check(PROGRAM);
  }

  @Test
  void onlyTheCommandLineHasAMain() {
    methods()
        .that()
        .haveName("main")
        .and()
        .areStatic()
        .should()
        .beDeclaredInClassesThat()
        .resideInAPackage(Room.CLI.packages())
        .allowEmptyShould(true)
        .because("there is one program: add a picocli command to careplanhub.cli and to its Main")
        .check(PROGRAM);
  }

  @Test
  void onlyTheChannelsSendMessagesFromJava() {
    noClasses()
        .that(not(nameIs("careplanhub.channel.Channels")))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ProducerTemplate.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(FluentProducerTemplate.class)
        .because(
            "the flow is read in routes/: add a step or an endpoint to a route and let it call your"
                + " bean; what must call out goes through careplanhub.channel.Channels")
        .check(PROGRAM);
  }

  @Test
  void onlyTheEdgesReadTheSystemClock() {
    noClasses()
        .that()
        .resideOutsideOfPackages(Room.CLI.packages(), Room.LAB.packages())
        .should()
        .accessTargetWhere(readsTheSystemClock())
        .because(
            "tests set the time: take a java.time.Clock in the constructor, call now(clock), and"
                + " pass Clock.systemDefaultZone() in from careplanhub.cli")
        .check(PROGRAM);
  }

  @Test
  void onlyTheCommandLineWritesToTheTerminal() {
    noClasses()
        .that()
        .resideOutsideOfPackage(Room.CLI.packages())
        .should(ACCESS_STANDARD_STREAMS)
        .because(
            "standard output belongs to the command: take a PrintWriter or a listener as a"
                + " parameter, or log by SLF4J")
        .check(PROGRAM);
  }

  @Test
  void failuresHaveATypeOfTheirOwn() {
    noClasses()
        .should(THROW_GENERIC_EXCEPTIONS)
        .because(
            "whoever catches must know what happened: throw an exception named after the failure,"
                + " with its finding where a person has to act")
        .check(PROGRAM);
  }

  @Test
  void thereIsOneWayToLog() {
    noClasses()
        .should(USE_JAVA_UTIL_LOGGING)
        .because("logs go through SLF4J, so that one file configures them")
        .check(PROGRAM);
  }

  @Test
  void classesAreNamedAfterTheDomain() {
    classes()
        .should()
        .haveSimpleNameNotEndingWith("Util")
        .andShould()
        .haveSimpleNameNotEndingWith("Utils")
        .andShould()
        .haveSimpleNameNotEndingWith("Helper")
        .andShould()
        .haveSimpleNameNotEndingWith("Manager")
        .andShould()
        .haveSimpleNameNotEndingWith("Impl")
        .andShould()
        .haveSimpleNameNotStartingWith("Abstract")
        .andShould()
        .haveSimpleNameNotStartingWith("Base")
        .because(
            "such a name says nothing: name the thing, or move the method to the type it serves")
        .check(PROGRAM);
  }

  @Test
  void everyPackageIsNullMarked() {
    classes()
        .should()
        .resideInAnyPackage(nullMarkedPackages())
        .because(
            "NullAway checks only what is marked: add a package-info.java with the package's"
                + " purpose and @NullMarked")
        .check(PROGRAM);
  }

  private static String[] nullMarkedPackages() {
    return PROGRAM.stream()
        .filter(type -> type.getSimpleName().equals("package-info"))
        .filter(type -> type.isAnnotatedWith(NullMarked.class))
        .map(JavaClass::getPackageName)
        .toArray(String[]::new);
  }

  private static DescribedPredicate<JavaClass> nameIs(String name) {
    return describe(
        name, type -> type.getName().equals(name) || type.getName().startsWith(name + "$"));
  }

  private static DescribedPredicate<JavaAccess<?>> readsTheSystemClock() {
    return describe("reads the system clock", access -> isSystemClock(access.getTarget()));
  }

  private static boolean isSystemClock(AccessTarget target) {
    String owner = target.getOwner().getName();
    boolean given =
        target instanceof AccessTarget.CodeUnitAccessTarget code
            && code.getRawParameterTypes().stream()
                .anyMatch(type -> !type.isEquivalentTo(ZoneId.class));
    return switch (target.getName()) {
      case "currentTimeMillis" -> owner.equals(System.class.getName());
      case "now" -> owner.startsWith("java.time.") && !given;
      case "<init>" -> owner.equals(Date.class.getName()) && !given;
      case "getInstance" -> owner.equals(Calendar.class.getName());
      default -> owner.equals(Clock.class.getName()) && target.getName().startsWith("system");
    };
  }
}
