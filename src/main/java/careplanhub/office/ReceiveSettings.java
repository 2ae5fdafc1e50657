package careplanhub.office;

import java.time.Duration;

/**
 * How received parcels are handled.
 *
 * @param maximumParcelsPerPoll how many parcels one poll fetches for one office
 * @param earlierSerialsWait how long a fetched parcel waits for earlier ones of its sender
 */
public record ReceiveSettings(int maximumParcelsPerPoll, Duration earlierSerialsWait) {
  public ReceiveSettings {
    SettingLimits.positive("maximumParcelsPerPoll", maximumParcelsPerPoll);
  }
}
