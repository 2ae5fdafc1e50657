package careplanhub.hub;

import java.util.Arrays;
import java.util.stream.Collectors;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;

/** An operation as Jolokia's requests name it: {@code dumpRoutesStatsAsXml(boolean,boolean)}. */
final class Signature {
  private Signature() {}

  static String of(MBeanOperationInfo operation) {
    return Arrays.stream(operation.getSignature())
        .map(MBeanParameterInfo::getType)
        .collect(Collectors.joining(",", operation.getName() + "(", ")"));
  }
}
