namespace LlmAspects.Cli.Coverage;

/// <summary>Finds the solution or project that a user meant.</summary>
internal static class SolutionPath
{
    private static readonly string[] Kinds = [".sln", ".slnx", ".slnf", ".csproj"];

    /// <summary>The full path of a solution or project.</summary>
    /// <param name="path">A file, or a folder that holds exactly one solution, or else exactly one project.</param>
    /// <exception cref="CliException">There is none, or there are several.</exception>
    public static string Find(string path)
    {
        if (Directory.Exists(path))
        {
            return FindIn(path);
        }

        if (!File.Exists(path))
        {
            throw new CliException($"'{path}' does not exist. Name a solution, a project, or a folder that holds one.", ExitCodes.Usage);
        }

        return IsOneOf(Kinds, path)
            ? Path.GetFullPath(path)
            : throw new CliException($"'{path}' is neither a solution (.sln, .slnx, .slnf) nor a C# project (.csproj).", ExitCodes.Usage);
    }

    private static string FindIn(string folder)
    {
        string[] files = [.. Directory.EnumerateFiles(folder).Where(file => IsOneOf(Kinds, file)).Order(StringComparer.Ordinal)];
        string[] solutions = [.. files.Where(file => !IsOneOf([".csproj"], file))];
        return (solutions.Length > 0 ? solutions : files) switch
        {
            [var only] => Path.GetFullPath(only),
            [] => throw new CliException($"The folder '{folder}' holds neither a solution nor a C# project.", ExitCodes.Usage),
            var several => throw new CliException($"The folder '{folder}' holds {several.Length} of them; name one: {string.Join(", ", several.Select(Path.GetFileName))}", ExitCodes.Usage),
        };
    }

    private static bool IsOneOf(string[] kinds, string file) => kinds.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);
}
