using System.Diagnostics;

namespace LlmAspects.Cli.Tests;

/// <summary>A folder of its own for one test, deleted afterwards.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("llmaspects-test-").FullName;

    public string this[string name] => Path.Combine(Root, name);

    public string Write(string name, string text)
    {
        string path = this[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Runs a POSIX shell line in the folder, for what .NET cannot make: FIFOs and names that are not UTF-8.</summary>
    public void Shell(string line)
    {
        using Process shell = Process.Start(new ProcessStartInfo("bash", ["-c", line]) { WorkingDirectory = Root })!;
        shell.WaitForExit();
        shell.ExitCode.ShouldBe(0, line);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
