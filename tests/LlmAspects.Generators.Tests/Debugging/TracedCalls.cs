using LlmAspects.Testing.Generators;

namespace LlmAspects.Generators.Tests.Debugging;

/// <summary>Two services that call each other, compiled and loaded: once with hidden wrappers, once with the switch on.</summary>
internal static class TracedCalls
{
    private const string Switch = "[assembly: LlmAspects.LlmAspectsShowWrappers]";

    private static readonly Lazy<Type> Hidden = new(static () => Load(""));
    private static readonly Lazy<Type> Shown = new(static () => Load(Switch));

    /// <summary>Runs a call that fails.</summary>
    /// <param name="call">The name of the method of <c>Program</c>.</param>
    /// <param name="showWrappers">Whether the assembly shows its wrappers.</param>
    /// <returns>The methods of the printed stack trace, innermost first.</returns>
    public static async Task<string[]> FailAsync(string call, bool showWrappers) => MethodsOf((await RunAsync(call, showWrappers)).ToString()!);

    /// <summary>Runs a call that returns its own stack trace.</summary>
    /// <param name="call">The name of the method of <c>Program</c>.</param>
    /// <param name="showWrappers">Whether the assembly shows its wrappers.</param>
    public static async Task<string[]> LookAsync(string call, bool showWrappers) => MethodsOf((string)await RunAsync(call, showWrappers));

    private static Task<object> RunAsync(string call, bool showWrappers)
        => (Task<object>)(showWrappers ? Shown : Hidden).Value.GetMethod(call)!.Invoke(null, null)!;

    private static Type Load(string assemblyAttribute)
    {
        GeneratorRun run = GeneratorRunner.Run("using System; using System.Collections.Generic; using System.Runtime.CompilerServices; using System.Threading.Tasks; using LlmAspects;\n" + assemblyAttribute + TracedCallsSource.Text);
        run.Problems.ShouldBeEmpty();
        using var image = new MemoryStream();
        run.Output.Emit(image).Success.ShouldBeTrue();
        return System.Reflection.Assembly.Load(image.ToArray()).GetType("Traced.Program", throwOnError: true)!;
    }

    // Of "   at Traced.Outer.RunAsync(Int32 value) in file:line 1" stays "Outer.RunAsync"; frames outside the two services are dropped, frames of the runtime are not.
    private static string[] MethodsOf(string trace)
        => [.. trace.Split('\n').Select(static line => line.Trim())
            .Where(static line => line.StartsWith("at Traced.", StringComparison.Ordinal) || line.StartsWith("at LlmAspects.", StringComparison.Ordinal))
            .Where(static line => !IsMachineryOfAnIterator(line))
            .Select(static line => line["at ".Length..line.IndexOf('(', StringComparison.Ordinal)].Replace("Traced.", "", StringComparison.Ordinal))
            .TakeWhile(static method => !method.StartsWith("Program.", StringComparison.Ordinal) && !method.StartsWith("LlmAspects.Generators.Tests", StringComparison.Ordinal))];

    // The compiler's own frames around the body of an async iterator, which is "+MoveNext()"; they are there without a wrapper too.
    private static bool IsMachineryOfAnIterator(string line)
        => line.Contains(")+", StringComparison.Ordinal) && !line.Contains(")+MoveNext()", StringComparison.Ordinal);
}
