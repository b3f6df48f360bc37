using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Tests.Retrieval;

namespace LlmAspects.Components.Sqlite.Tests;

public sealed class KilledIngestTests : KilledIngestContract, IDisposable
{
    private readonly TemporaryFile _file = new();
    private SqliteRetrievalStore? _store;

    protected override IReadOnlyList<string> ProgramArguments => ["sqlite", _file.Path];

    public void Dispose()
    {
        _store?.Dispose();
        _file.Dispose();
    }

    protected override Task<IRetrievalStore> OpenAsync() => Task.FromResult<IRetrievalStore>(_store = SqliteRetrievalStore.Open(_file.Path));
}
