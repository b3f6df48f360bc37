namespace LlmAspects.Testing;

/// <summary>What the native compiler of .NET needs on this machine.</summary>
public static class NativeToolChain
{
    private const string Prerequisites = "https://aka.ms/nativeaot-prerequisites";

    /// <summary>What is missing, or null when a program can be published.</summary>
    public static string? FindMissing()
    {
        if (OperatingSystem.IsWindows())
        {
            var installer = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86), "Microsoft Visual Studio", "Installer", "vswhere.exe");
            return File.Exists(installer) ? null : $"Publishing a native program needs the C++ build tools of Visual Studio ({Prerequisites}); vswhere.exe was not found.";
        }

        return IsOnPath("clang") || IsOnPath("gcc")
            ? null
            : $"Publishing a native program needs clang or gcc ({Prerequisites}); neither is on the PATH.";
    }

    private static bool IsOnPath(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
