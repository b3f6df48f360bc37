namespace LlmAspects.Components.PostgreSql.Tests.Servers;

/// <summary>The tests that share a server; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PostgreSqlGroup : ICollectionFixture<PostgreSqlServer>
{
    public const string Name = "PostgreSQL";
}
