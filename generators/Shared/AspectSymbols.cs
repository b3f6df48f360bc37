using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>The types the rules need, looked up once in a compilation and only when asked for.</summary>
internal sealed class AspectSymbols
{
    private const string Suffix = "Attribute";

    private static readonly string[] OtherGeneratorsNames =
    [
        "Microsoft.Extensions.Logging.LoggerMessageAttribute",
        "System.Text.RegularExpressions.GeneratedRegexAttribute",
        "System.Runtime.InteropServices.LibraryImportAttribute",
        "System.Runtime.InteropServices.JavaScript.JSImportAttribute",
    ];

    private static readonly string[] AttributesOfBothPartsNames =
    [
        .. new[]
        {
            "UnscopedRef",
            "AllowNull", "DisallowNull", "MaybeNull", "MaybeNullWhen", "NotNull", "NotNullWhen", "NotNullIfNotNull",
            "MemberNotNull", "MemberNotNullWhen", "DoesNotReturn", "DoesNotReturnIf",
            "DynamicallyAccessedMembers", "RequiresAssemblyFiles", "RequiresDynamicCode", "RequiresUnreferencedCode",
        }
        .Select(name => $"System.Diagnostics.CodeAnalysis.{name}Attribute"),
    ];

    // A cache, not state: what it holds follows from its key alone, and goes when the compilation goes.
    private static readonly ConditionalWeakTable<Compilation, AspectSymbols?> OfCompilations = new();

    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<ISymbol>> _annotatedMembers = new(SymbolEqualityComparer.Default);

    private bool? _showsWrappers;
    private int _minimumLevel = -1;

    private AspectSymbols(Compilation compilation, INamedTypeSymbol errorContext, INamedTypeSymbol tracePerformance)
    {
        Compilation = compilation;
        ErrorContext = errorContext;
        TracePerformance = tracePerformance;
    }

    public Compilation Compilation { get; }

    public INamedTypeSymbol ErrorContext { get; }

    public INamedTypeSymbol TracePerformance { get; }

    // Racing threads store the same symbol.
    public INamedTypeSymbol? LlmComponent => field ??= Find(AspectNames.LlmComponentAttribute);

    public INamedTypeSymbol? LlmAspectsSource => field ??= Find(AspectNames.LlmAspectsSourceAttribute);

    public INamedTypeSymbol? RetryWithBackoff => field ??= Find(AspectNames.RetryWithBackoffAttribute);

    public INamedTypeSymbol? UserAspect => field ??= Find(AspectNames.UserAspectAttribute);

    public INamedTypeSymbol? AspectCall => field ??= Find(AspectNames.AspectCall);

    public INamedTypeSymbol? Obsolete => field ??= Find("System.ObsoleteAttribute");

    public INamedTypeSymbol? Exception => field ??= Find("System.Exception");

    public INamedTypeSymbol? EventArgs => field ??= Find("System.EventArgs");

    public INamedTypeSymbol? TimeProvider => field ??= Find("System.TimeProvider");

    /// <summary>Whether the assembly wants its wrappers in stack traces and debuggers.</summary>
    public bool ShowsWrappers => _showsWrappers ??= HasAttribute(Compilation.Assembly, Find(AspectNames.LlmAspectsShowWrappersAttribute));

    /// <summary>The least level that the assembly traces, in the order of <c>AspectLevel</c>.</summary>
    public int MinimumLevel => _minimumLevel >= 0 ? _minimumLevel : _minimumLevel = LevelGivenBy(Compilation.Assembly, Find(AspectNames.LlmAspectsLevelAttribute));

    public INamedTypeSymbol? StackTraceHidden => field ??= Find("System.Diagnostics.StackTraceHiddenAttribute");

    public INamedTypeSymbol? DebuggerStepThrough => field ??= Find("System.Diagnostics.DebuggerStepThroughAttribute");

    public INamedTypeSymbol? NoAspects => field ??= Find(AspectNames.NoAspectsAttribute);

    public INamedTypeSymbol? Policy => field ??= Find(AspectNames.LlmAspectsPolicyAttribute);

    public INamedTypeSymbol? TraceBlock => field ??= Find(AspectNames.TraceBlock);

    /// <summary>The interfaces that stand for a model.</summary>
    public ImmutableArray<INamedTypeSymbol> Models => field.IsDefault ? field = FindAll([AspectNames.ChatClient, AspectNames.EmbeddingGenerator]) : field;

    public INamedTypeSymbol? Tag => field ??= Find(AspectNames.TagAttribute);

    public INamedTypeSymbol? Redact => field ??= Find(AspectNames.RedactAttribute);

    public INamedTypeSymbol? DataClassification => field ??= Find(AspectNames.DataClassificationAttribute);

    public INamedTypeSymbol? Task => field ??= Find("System.Threading.Tasks.Task");

    public INamedTypeSymbol? TaskOfT => field ??= Find("System.Threading.Tasks.Task`1");

    public INamedTypeSymbol? ValueTask => field ??= Find("System.Threading.Tasks.ValueTask");

    public INamedTypeSymbol? ValueTaskOfT => field ??= Find("System.Threading.Tasks.ValueTask`1");

    public INamedTypeSymbol? AsyncMethodBuilder => field ??= Find("System.Runtime.CompilerServices.AsyncMethodBuilderAttribute");

    public INamedTypeSymbol? AsyncEnumerable => field ??= Find("System.Collections.Generic.IAsyncEnumerable`1");

    public INamedTypeSymbol? AsyncEnumerator => field ??= Find("System.Collections.Generic.IAsyncEnumerator`1");

    public INamedTypeSymbol? CancellationToken => field ??= Find("System.Threading.CancellationToken");

    public INamedTypeSymbol? DoesNotReturn => field ??= Find("System.Diagnostics.CodeAnalysis.DoesNotReturnAttribute");

    /// <summary>Attributes of requests that do more when they are sent twice: https://www.rfc-editor.org/rfc/rfc9110#name-idempotent-methods.</summary>
    public ImmutableArray<INamedTypeSymbol> NonIdempotentRequests =>
        field.IsDefault ? field = FindAll(["Microsoft.AspNetCore.Mvc.HttpPostAttribute", "Microsoft.AspNetCore.Mvc.HttpPatchAttribute"]) : field;

    /// <summary>Attributes with which another generator claims the implementing part.</summary>
    public ImmutableArray<INamedTypeSymbol> AttributesOfOtherGenerators => field.IsDefault ? field = FindAll(OtherGeneratorsNames) : field;

    /// <summary>Attributes that must stand on the declaration and on its Core alike.</summary>
    public ImmutableArray<INamedTypeSymbol> AttributesOfBothParts => field.IsDefault ? field = FindAll(AttributesOfBothPartsNames) : field;

    /// <summary>The symbols, or null in a compilation that does not reference the aspects.</summary>
    public static AspectSymbols? TryCreate(Compilation compilation) => OfCompilations.GetValue(compilation, static key => Create(key));

    private static AspectSymbols? Create(Compilation compilation) =>
        compilation.GetTypeByMetadataName(AspectNames.ErrorContextAttribute) is { } errorContext
        && compilation.GetTypeByMetadataName(AspectNames.TracePerformanceAttribute) is { } tracePerformance
            ? new AspectSymbols(compilation, errorContext, tracePerformance)
            : null;

    public bool IsAspect(INamedTypeSymbol? attribute) => IsSame(attribute, ErrorContext) || IsSame(attribute, TracePerformance) || IsSame(attribute, RetryWithBackoff) || IsUserAspect(attribute);

    public bool IsUserAspect(INamedTypeSymbol? attribute) => IsSame(attribute, UserAspect);

    /// <summary>Whether code of a type can use a symbol, through an instance of another type if one is given.</summary>
    public bool IsAccessible(ISymbol symbol, INamedTypeSymbol within, ITypeSymbol? through) => Compilation.IsSymbolAccessibleWithin(symbol, within, through);

    /// <summary>The methods and properties of a type that carry an aspect, in the order of the source.</summary>
    public ImmutableArray<ISymbol> AnnotatedMembersOf(INamedTypeSymbol type) => _annotatedMembers.GetOrAdd(type, FindAnnotatedMembers);

    private ImmutableArray<ISymbol> FindAnnotatedMembers(INamedTypeSymbol type) =>
    [
        .. type.GetMembers().Where(member =>
            member is IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } && HasAspect(member)),
    ];

    public bool HasAspect(ISymbol symbol) => symbol.GetAttributes().Any(attribute => IsAspect(attribute.AttributeClass));

    public static bool HasAttribute(ISymbol symbol, INamedTypeSymbol? attribute) => FindAttribute(symbol, attribute) is not null;

    /// <summary>The first attribute of a class that a symbol carries; null when there is none.</summary>
    public static AttributeData? FindAttribute(ISymbol symbol, INamedTypeSymbol? attribute) =>
        symbol.GetAttributes().FirstOrDefault(data => IsSame(data.AttributeClass, attribute));

    /// <summary>The name of an attribute as it is written.</summary>
    public static string ShortNameOf(INamedTypeSymbol attribute) =>
        attribute.Name.EndsWith(Suffix, StringComparison.Ordinal) ? attribute.Name.Substring(0, attribute.Name.Length - Suffix.Length) : attribute.Name;

    /// <summary>Whether a type is the known one, or a construction of it.</summary>
    public static bool IsSame(ITypeSymbol? type, INamedTypeSymbol? known) =>
        type is not null && known is not null && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, known);

    /// <summary>Whether a type is the known class, or derives from it.</summary>
    public static bool DerivesFrom(ITypeSymbol? type, INamedTypeSymbol? known)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (IsSame(type, known))
            {
                return true;
            }
        }

        return false;
    }

    private static int LevelGivenBy(ISymbol assembly, INamedTypeSymbol? attribute) =>
        FindAttribute(assembly, attribute)?.ConstructorArguments.FirstOrDefault().Value as int? ?? 0;

    private INamedTypeSymbol? Find(string metadataName) => Compilation.GetTypeByMetadataName(metadataName);

    private ImmutableArray<INamedTypeSymbol> FindAll(string[] metadataNames) => [.. metadataNames.Select(Find).OfType<INamedTypeSymbol>()];
}
