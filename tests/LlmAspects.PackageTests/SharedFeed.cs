namespace LlmAspects.PackageTests;

/// <summary>The tests that share one feed.</summary>
[CollectionDefinition(nameof(PackageFeed))]
public sealed class SharedFeed : ICollectionFixture<PackageFeed>;
