namespace LlmAspects.Components.Redis.Tests.Servers;

/// <summary>The tests that share a server; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class RedisGroup : ICollectionFixture<RedisServer>
{
    public const string Name = "Redis";
}
