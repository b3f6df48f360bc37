namespace LlmAspects.Components.Sqlite.Tests;

/// <summary>A path in a folder of its own, which goes with it.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("llmaspects-sqlite-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "index.db");

    public void Dispose() => _folder.Delete(recursive: true);
}
