// Statistics and settings are process-wide, so tests of them take turns.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
