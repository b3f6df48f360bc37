using LlmAspects.Components.PostgreSql.Tests.Servers;
using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Tests.Retrieval;

namespace LlmAspects.Components.PostgreSql.Tests;

[Collection(PostgreSqlGroup.Name)]
public sealed class KilledIngestTests(PostgreSqlServer server) : KilledIngestContract
{
    private readonly PostgreSqlRetrievalOptions _options = new() { Schema = $"killed_{Guid.NewGuid():n}" };

    protected override IReadOnlyList<string> ProgramArguments => ["postgresql", PostgreSqlServer.ConnectionString(server.Port), _options.Schema];

    protected override async Task<IRetrievalStore> OpenAsync() => await PostgreSqlRetrievalStore.OpenAsync(server.DataSource, _options);
}
