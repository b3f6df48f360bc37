using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAspects.Testing.Generators;

/// <summary>The reasons that the driver gave in the second of two runs.</summary>
/// <param name="Second">The result of the second run.</param>
public sealed record IncrementalRun(GeneratorRunResult Second)
{
    /// <summary>Runs the generator, edits the compilation, and runs it again with the same driver.</summary>
    /// <param name="before">The compilation of the first run.</param>
    /// <param name="edit">The edit.</param>
    public static IncrementalRun Of(CSharpCompilation before, Func<CSharpCompilation, CSharpCompilation> edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        var driver = GeneratorRunner.CreateDriver().RunGenerators(before).RunGenerators(edit(before));
        return new IncrementalRun(driver.GetRunResult().Results.Single());
    }

    /// <summary>The reasons of one step, in the order of the methods.</summary>
    /// <param name="step">The tracking name.</param>
    public IReadOnlyList<IncrementalStepRunReason> ReasonsOf(string step)
        => Second.TrackedSteps.TryGetValue(step, out var runs) ? [.. runs.SelectMany(Reasons)] : [];

    /// <summary>The reasons of all outputs.</summary>
    public IReadOnlyList<IncrementalStepRunReason> OutputReasons
        => [.. Second.TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(Reasons)];

    private static IEnumerable<IncrementalStepRunReason> Reasons(IncrementalGeneratorRunStep run)
        => run.Outputs.Select(static output => output.Reason);
}
