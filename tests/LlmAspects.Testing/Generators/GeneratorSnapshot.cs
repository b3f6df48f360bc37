using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace LlmAspects.Testing.Generators;

/// <summary>Compares generated files with <c>Class.Method.verified.cs</c> beside the test; on a mismatch the output is left in <c>Class.Method.received.cs</c>.</summary>
public static partial class GeneratorSnapshot
{
    /// <summary>Compares every file of a run with the approved text.</summary>
    /// <param name="run">The run.</param>
    /// <param name="testFile">The path of the test, given by the compiler.</param>
    /// <param name="testName">The name of the test, given by the compiler.</param>
    /// <exception cref="SnapshotMismatchException">The text differs, or none was approved yet.</exception>
    public static void Verify(GeneratorRun run, [CallerFilePath] string testFile = "", [CallerMemberName] string testName = "")
    {
        ArgumentNullException.ThrowIfNull(run);
        var stem = Path.Combine(RepositoryRoot.Unmap(Path.GetDirectoryName(testFile)!), $"{Path.GetFileNameWithoutExtension(testFile)}.{testName}");
        var received = TextOf(run);
        var verified = File.Exists(stem + ".verified.cs") ? File.ReadAllText(stem + ".verified.cs") : null;
        if (received == verified)
        {
            File.Delete(stem + ".received.cs");
            return;
        }

        File.WriteAllText(stem + ".received.cs", received);
        throw new SnapshotMismatchException(stem + ".received.cs", received, verified);
    }

    private static string TextOf(GeneratorRun run)
    {
        var text = new StringBuilder();
        foreach (var file in run.Files)
        {
            text.Append("//HintName: ").Append(file.HintName).Append('\n').Append(file.SourceText);
        }

        // A new version of the generator is no change of what it writes.
        return GeneratorVersion().Replace(text.ToString(), "\"{version}\"");
    }

    [GeneratedRegex("(?<=\"LlmAspects\\.Generators\", )\"[0-9.]+\"")]
    private static partial Regex GeneratorVersion();
}
