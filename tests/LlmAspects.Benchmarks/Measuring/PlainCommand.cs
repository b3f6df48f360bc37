namespace LlmAspects.Benchmarks.Measuring;

/// <summary>A command without arguments other than for help.</summary>
internal static class PlainCommand
{
    private const int WrongArguments = 2;

    /// <summary>Shows the help, refuses what is too much, or measures.</summary>
    /// <param name="name">The name of the command.</param>
    /// <param name="help">What it does.</param>
    /// <param name="arguments">What stands behind the name.</param>
    /// <param name="measure">Measures and returns the exit code.</param>
    public static int Run(string name, string help, ReadOnlySpan<string> arguments, Func<int> measure)
    {
        if (arguments is ["--help" or "-h", ..])
        {
            Console.WriteLine(help);
            return 0;
        }

        if (arguments is not [])
        {
            Console.Error.WriteLine($"'{string.Join(' ', arguments.ToArray())}' is too much. See {name} --help.");
            return WrongArguments;
        }

        return measure();
    }
}
