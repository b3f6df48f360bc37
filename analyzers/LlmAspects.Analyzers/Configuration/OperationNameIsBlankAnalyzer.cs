using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>LLMA2026: A component or operation name must not be blank.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OperationNameIsBlankAnalyzer : AspectAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA2026";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A component or operation name must not be blank",
        messageFormat: "The name '{0}' is ignored: it is blank; leave it out for the default name",
        RuleCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A blank name is left out, and component or operation get their default names.",
        helpLinkUri: RulePages.Root + Id + ".md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext context, AspectSymbols symbols) =>
        context.RegisterSymbolAction(action => Analyze(action, symbols), SymbolKind.Method, SymbolKind.Property, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context, AspectSymbols symbols)
    {
        // Of a partial member the declaration speaks for both parts: their attributes merge.
        if (context.Symbol is IMethodSymbol { PartialDefinitionPart: not null } or IPropertySymbol { PartialDefinitionPart: not null })
        {
            return;
        }

        foreach (var attribute in context.Symbol.GetAttributes().Where(attribute => GivesNames(attribute.AttributeClass, symbols)))
        {
            foreach (var (name, location) in BlankNamesOf(attribute, context.CancellationToken))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, location, name));
            }
        }
    }

    private static bool GivesNames(INamedTypeSymbol? attribute, AspectSymbols symbols) =>
        AspectSymbols.IsSame(attribute, symbols.ErrorContext) || AspectSymbols.IsSame(attribute, symbols.TracePerformance) || AspectSymbols.IsSame(attribute, symbols.LlmComponent);

    private static IEnumerable<(string Name, Location? Location)> BlankNamesOf(AttributeData attribute, CancellationToken cancellationToken)
    {
        var arguments = (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax)?.ArgumentList?.Arguments ?? default;
        var parameters = attribute.AttributeConstructor?.Parameters ?? [];
        for (var position = 0; position < attribute.ConstructorArguments.Length; position++)
        {
            if (OperationNameRules.IsBlank(attribute.ConstructorArguments[position]))
            {
                // Written by its name, or else where its parameter stands.
                var written = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameters[position].Name) ?? arguments[position];
                yield return (parameters[position].Name, written.GetLocation());
            }
        }

        foreach (var option in attribute.NamedArguments.Where(static option => option.Key is "Component" or "Operation" && OperationNameRules.IsBlank(option.Value)))
        {
            yield return (option.Key, arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == option.Key)?.GetLocation());
        }
    }
}
