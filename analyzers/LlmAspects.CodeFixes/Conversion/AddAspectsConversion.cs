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
    protected override string TitleFor(ConversionTarget target) =>
        target.HasBody || ImplementationRules.FindPart(target, CancellationToken.None) is not null ? $"{Title} and move the body to '{target.CoreName}'" : Title;

    /// <inheritdoc/>
    protected override void AddEdits(ConversionTarget target, SolutionEdits edits, CancellationToken cancellationToken)
    {
        AspectAttributeWriter.Write(target, edits.Of(target.Document));
        base.AddEdits(target, edits, cancellationToken);
    }
}
