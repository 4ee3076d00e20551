-- SPDX-License-Identifier: EUPL-1.2
-- What happened between two instants: read by digests.
CREATE INDEX event_by_time ON platform.event (at);
