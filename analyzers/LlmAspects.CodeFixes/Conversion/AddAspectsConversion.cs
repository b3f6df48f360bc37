using LlmAspects.CodeFixes.Conversion.Editing;
using LlmAspects.CodeFixes.Conversion.Rules;
using LlmAspects.CodeFixes.Conversion.Writing;

namespace LlmAspects.CodeFixes.Conversion;

/// <summary>Adds all aspects that a method lacks, and moves its body to a Core if that is still to do.</summary>
internal sealed class AddAspectsConversion : MoveBodyConversion
{
    /// <inheritdoc/>
    public override string Title => "Add the missing aspects";

    /// <inheritdoc/>
    public override string TitleFor(ConversionTarget target) => ConversionRules.NeedsCore(target) ? $"{Title} and move the body to '{target.CoreName}'" : Title;

    /// <inheritdoc/>
    public override Task AddEditsAsync(ConversionTarget target, SolutionEdits edits, CancellationToken cancellationToken)
    {
        AspectAttributeWriter.Write(target, edits.Of(target.Document));
        return base.AddEditsAsync(target, edits, cancellationToken);
    }
}
