export declare function writeTypes(folder: string): void;
export declare function standaloneRuntime(typesFolder: string): Promise<string>;
