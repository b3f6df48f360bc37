using System.Diagnostics;
using System.Globalization;

namespace LlmAspects.Benchmarks.Soak;

/// <summary>Calls annotated methods for a while and says by the exit code whether the memory stayed flat after a tenth of the time.</summary>
internal static class SoakCommand
{
    private const int Grown = 1;
    private const int WrongArguments = 2;

    /// <summary>What a heap may waver by without growing.</summary>
    private const long Tolerance = 1 << 20;

    private const string Help = """
        soak [MINUTES]: calls annotated methods on every processor, one call in a hundred failing, and prints the memory
        in use ten times; exit code 1 when it grew by more than 1 MiB after the first tenth. MINUTES is from 0.1 to 1440 (default 10).
        """;

    public static int Run(ReadOnlySpan<string> arguments)
    {
        if (arguments is ["--help" or "-h", ..])
        {
            Console.WriteLine(Help);
            return 0;
        }

        var text = arguments is [] ? "10" : arguments[0];
        if (arguments.Length > 1 || !double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes) || minutes is not (>= 0.1 and <= 1440))
        {
            Console.Error.WriteLine($"'{string.Join(' ', arguments.ToArray())}' is no number of minutes. See soak --help.");
            return WrongArguments;
        }

        return Measure(TimeSpan.FromMinutes(minutes / 10));
    }

    private static int Measure(TimeSpan step)
    {
        Console.WriteLine("| Minutes | Calls | Errors | Heap KiB | Working set MiB | Statistics KiB |");
        Console.WriteLine("|---|---|---|---|---|---|");
        using var load = SoakLoad.Start();
        var readings = new List<long>();
        var clock = Stopwatch.StartNew();
        for (var number = 1; number <= 10; number++)
        {
            load.Wait((number * step) - clock.Elapsed);
            readings.Add(SoakReading.Print(clock.Elapsed, load));
        }

        var growth = readings.Skip(1).Max() - readings[0];
        Console.WriteLine(FormattableString.Invariant($"Growth of the heap after the first tenth: {growth / 1024} KiB."));
        return growth > Tolerance ? Grown : 0;
    }
}
