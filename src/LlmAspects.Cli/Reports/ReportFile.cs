using System.Text;
using LlmAspects.Cli.Documents;

namespace LlmAspects.Cli.Reports;

/// <summary>A file that a report is written to.</summary>
internal static class ReportFile
{
    /// <summary>Refuses to go on when the file is there and is no report of this tool.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="start">How a report of this tool begins.</param>
    /// <exception cref="CliException">The file is somebody else's, or cannot be looked at.</exception>
    public static void RequireOwn(string path, string start)
    {
        if (IsOwn(path, start) == false)
        {
            throw new CliException($"'{path}' is there and is no report of this tool. Name another file, or write over it with --force.", ExitCodes.Usage);
        }
    }

    /// <summary>Whether the file begins as a report of this tool does; <see langword="null"/> when there is none.</summary>
    public static bool? IsOwn(string path, string start)
    {
        var file = new FileInfo(path);
        if (file.LinkTarget is not null || Directory.Exists(file.FullName))
        {
            return false;
        }

        return file.Exists ? RegularFile.StartsWith(file.FullName, file.DirectoryName!, Encoding.UTF8.GetBytes(start)) : null;
    }

    /// <summary>Writes the file; it appears whole or not at all.</summary>
    /// <exception cref="CliException">It cannot be written.</exception>
    public static void Replace(string target, string content)
    {
        string fresh = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(fresh, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(Encoding.UTF8.GetBytes(content));
            }

            // A rename replaces a link instead of following it.
            File.Move(fresh, target, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(fresh))
            {
                File.Delete(fresh);
            }

            throw new CliException($"The report could not be written to '{target}': {error.Message}", ExitCodes.Failure, error);
        }
    }
}
