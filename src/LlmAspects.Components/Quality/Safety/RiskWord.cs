namespace LlmAspects.Components.Quality.Safety;

/// <summary>What a word can say about the risk of a sentence; a word may say several things.</summary>
[Flags]
internal enum RiskWord
{
    None = 0,

    /// <summary>A verb that harms, if its object can be harmed.</summary>
    Harm = 1 << 0,

    /// <summary>A person, by name of a role or a relation.</summary>
    Person = 1 << 1,

    /// <summary>A part of a body.</summary>
    Body = 1 << 2,

    /// <summary>A place where people are.</summary>
    Place = 1 << 3,

    /// <summary>A verb that makes a deed of a crime: commit, plan.</summary>
    Deed = 1 << 4,

    /// <summary>A crime by name.</summary>
    Crime = 1 << 5,

    /// <summary>A verb of getting or making.</summary>
    Acquire = 1 << 6,

    /// <summary>A drug, a weapon, malware.</summary>
    Contraband = 1 << 7,

    /// <summary>A group that discrimination aims at.</summary>
    Group = 1 << 8,

    /// <summary>What ought to be, is allowed, refused or worth less.</summary>
    Norm = 1 << 9,

    /// <summary>Can, able.</summary>
    Ability = 1 << 10,

    /// <summary>What is private of a person.</summary>
    Private = 1 << 11,

    /// <summary>Somebody whom the speaker knows, or a possessive pronoun.</summary>
    Relation = 1 << 12,

    /// <summary>An atrocity, or who is known for it.</summary>
    Atrocity = 1 << 13,

    /// <summary>Praise, justification, repetition.</summary>
    Praise = 1 << 14,

    /// <summary>A setting in which words of harm are harmless: games, stories, sports, kitchen, garden, computing.</summary>
    Setting = 1 << 15,

    /// <summary>The word has an apostrophe, as a genitive has.</summary>
    Genitive = 1 << 16,

    /// <summary>The word begins with a capital inside a sentence.</summary>
    Name = 1 << 17,

    /// <summary>What makes a group of the people behind it, and says nothing before a thing: "white people", "white space".</summary>
    GroupAdjective = 1 << 18,
}
